import { type FoldedText, foldWithOffsets } from './analysis/fold.ts';
import { parseQuery, wordsToMark } from './analysis/query.ts';

/** From `start` up to `end`, in UTF-16 code units of the text. */
interface Span {
  start: number;
  end: number;
}

/**
 * The passage of a text that answers a query best, in parts that follow each other; hits are to be marked. The parts
 * are the text as it was written, with a part '…' where an end is cut off.
 *
 * @param length   at most so many UTF-16 code units of the text, the '…' not counted
 * @param takenFor what the index took the words for besides, folded
 */
export function snippet(
  text: string,
  words: string,
  length: number,
  takenFor: readonly string[] = [],
): Array<{ text: string; hit: boolean }> {
  const hits = hitsIn(text, words, takenFor);
  const passage = bestPassage(text, hits, length);
  const parts: Array<{ text: string; hit: boolean }> = [];
  const add = (part: string, hit: boolean) => {
    if (part !== '') parts.push({ text: part, hit });
  };

  if (passage.start > 0) add('…', false);
  let at = passage.start;
  for (const { start, end } of joined(hits)) {
    if (end <= passage.start || start >= passage.end) continue;
    add(text.slice(at, Math.max(at, start)), false);
    add(text.slice(Math.max(at, start), Math.min(end, passage.end)), true);
    at = Math.min(end, passage.end);
  }
  add(text.slice(at, passage.end), false);
  if (passage.end < text.length) add('…', false);
  return parts;
}

interface Hit extends Span {
  term: string;
}

/** The query's words where the text holds any; else pairs of characters, by which a misspelt word is found. */
function hitsIn(text: string, words: string, takenFor: readonly string[]): Hit[] {
  const folded = foldWithOffsets(text);
  const tokens = parseQuery(words).terms.map(({ token }) => token);
  const pairs = tokens.filter((token) => token.length > 1);
  for (const terms of [[...wordsToMark(words), ...takenFor], pairs, tokens]) {
    const hits = terms.flatMap((term) => occurrences(folded, term));
    if (hits.length > 0) return hits.sort((a, b) => a.start - b.start);
  }
  return [];
}

function occurrences({ text, starts, ends }: FoldedText, term: string): Hit[] {
  const found: Hit[] = [];
  // A Latin word or a number is found whole or not at all.
  const whole = /^[\p{Script=Latin}\p{Nd}]+$/u.test(term);
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
    const after = at + term.length;
    if (whole && /[\p{Script=Latin}\p{Nd}]/u.test(`${text[at - 1] ?? ''}${text[after] ?? ''}`)) continue;
    found.push({ term, start: starts[at]!, end: ends[after - 1]! });
  }
  return found;
}

/** Overlapping and touching hits made one. */
function joined(hits: readonly Hit[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of hits) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

// Of a text that holds the words very often, the passages around the first hits are good enough.
const PASSAGES = 200;

function bestPassage(text: string, hits: readonly Hit[], length: number): Span {
  const candidates = hits.slice(0, PASSAGES).map((hit) => passageAround(text, hit, length));
  let best = passageFrom(text, 0, length);
  let bestWorth = worth(best, hits);
  for (const candidate of candidates) {
    const candidateWorth = worth(candidate, hits);
    if (candidateWorth > bestWorth) [best, bestWorth] = [candidate, candidateWorth];
  }
  return best;
}

/** Begins with the hit's sentence, or shortly before the hit where the sentence is too long for that. */
function passageAround(text: string, hit: Hit, length: number): Span {
  const before = text.slice(0, hit.start);
  const sentence = Math.max(...['。', '\n', '？', '！', '?', '!'].map((end) => before.lastIndexOf(end))) + 1;
  const start = hit.end - sentence <= length ? sentence : Math.max(0, hit.start - Math.floor(length / 4));
  return passageFrom(text, start, length);
}

/** Fills the whole length where the text is long enough, and cuts no surrogate pair. */
function passageFrom(text: string, from: number, length: number): Span {
  const start = Math.max(0, Math.min(from, text.length - length));
  const end = Math.min(text.length, start + length);
  return { start: splitsPair(text, start) ? start + 1 : start, end: splitsPair(text, end) ? end - 1 : end };
}

function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Different words count most, the longer the more; how often each occurs decides between equals. */
function worth(passage: Span, hits: readonly Hit[]): number {
  const inside = hits.filter(({ start, end }) => start >= passage.start && end <= passage.end);
  const terms = new Set(inside.map(({ term }) => term));
  return [...terms].join('').length + inside.length / (hits.length + 1);
}

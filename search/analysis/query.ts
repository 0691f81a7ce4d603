import type { Countable } from '../rank.ts';
import { type Named, type Names, namedParts, otherNames } from './expand.ts';
import { FIELD_WEIGHT, NAMED_WEIGHT } from './fields.ts';
import { foldKana, foldWriting } from './fold.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { bigrams, comparable, kanji, kanjiApart, kanjiTogether, words as wordsOf } from './tokens.ts';

/** What scores in a document that holds it. */
export interface Term extends Countable {
  weight: number;
}

/** A word of the query. A document holds it when it holds one of the ways to say it, folded. */
export interface Unit {
  ways: readonly string[];
}

export interface ParsedQuery {
  /** What was asked for, without the words that only make it a question. */
  asked: string;

  terms: readonly Term[];
  units: readonly Unit[];
  /** Whether it is written as a sentence, of which no document holds all the words. */
  isSentence: boolean;
  /** Folded; must stand as such. */
  phrases: readonly string[];
  /** Folded; must not stand. */
  excluded: readonly string[];
}

// A question is seldom longer than 200 characters. What follows in a pasted page would only cost time.
const READ_CHARACTERS = 400;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

// Within a sentence quotation marks are only quotation marks.
const PHRASE = /(?<=^|\s)(?:"([^"]+)"|「([^「」]+)」|“([^“”]+)”)(?=$|\s)/gu;
const EXCLUDED = /(?<=^|\s)[-−－‐]([^\s"「」-]+)/gu;

export function parseQuery(typed: string, names?: Names): ParsedQuery {
  let rest = typed.slice(0, READ_CHARACTERS);
  const phrases: string[] = [];
  const excluded: string[] = [];
  rest = rest.replace(EXCLUDED, (_, word: string) => {
    excluded.push(comparable(word));
    return ' ';
  });
  rest = rest.replace(PHRASE, (_, ...quoted: Array<string | undefined>) => {
    const phrase = quoted.slice(0, 3).find((one) => one !== undefined)!;
    phrases.push(comparable(phrase));
    return ` ${phrase} `;
  });
  const written = foldWriting(rest);
  const subject = withoutQuestionWords(written);
  // A query that has nothing but question words asks for them.
  const asked = tokensOf(subject).length === 0 ? written : subject;
  const named = namedParts(foldKana(written), names);
  const units = unitsOf(foldKana(asked), namedParts(foldKana(asked), names));
  const others = [...new Set(named.flatMap((one) => one.others))];
  const sentence = isSentence(written);
  return {
    asked,
    terms: termsOf(asked, others, wholeWords(sentence, units)),
    units,
    isSentence: sentence,
    phrases: phrases.filter((phrase) => phrase !== ''),
    excluded: excluded.filter((word) => word !== ''),
  };
}

function tokensOf(text: string): string[] {
  const folded = comparable(text);
  return [...bigrams(folded), ...kanji(folded)];
}

/** The same query with more ways to say its units, in their order. */
export function withMoreWays(parsed: ParsedQuery, more: ReadonlyArray<readonly string[]>): ParsedQuery {
  const units = parsed.units.map(({ ways }, at) => ({ ways: [...new Set([...ways, ...(more[at] ?? [])])] }));
  const others = [...new Set(units.flatMap(({ ways }) => ways.slice(1)))];
  return { ...parsed, units, terms: termsOf(parsed.asked, others, wholeWords(parsed.isSentence, units)) };
}

/** What is longer is a sentence: 生活困窮者自立支援制度 has eleven characters. */
const LONGEST_WORD = 14;

function unitsOf(folded: string, named: readonly Named[]): Unit[] {
  const units: Unit[] = [];
  const plain = (text: string) => {
    for (const word of comparable(text).split(' ')) {
      // What stands between named words and is no more than a particle says nothing.
      if (word !== '' && !/^[ぁ-ゖ]{1,2}$/u.test(word)) units.push({ ways: [word] });
    }
  };
  let at = 0;
  for (const { start, end, others } of named) {
    plain(folded.slice(at, start));
    units.push({ ways: [...new Set([folded.slice(start, end), ...others].map(comparable))] });
    at = end;
  }
  plain(folded.slice(at));
  if (units.length > 0) return units;
  return comparable(folded) === '' ? [] : [{ ways: [comparable(folded)] }];
}

function wholeWords(isSentence: boolean, units: readonly Unit[]): string[] {
  return isSentence ? [] : [...new Set(units.flatMap(({ ways }) => ways))].filter((way) => way.length > 2);
}

function termsOf(asked: string, others: readonly string[], whole: readonly string[]): Term[] {
  const weights = new Map<string, Term>();
  const typedTokens = new Set<string>();
  const add = (token: string, apart: boolean, weight: number) => {
    const key = apart ? `${token}+` : token;
    const known = weights.get(key);
    weights.set(key, { token, apart, weight: weight + (known?.weight ?? 0) });
  };
  const addAll = (text: string, scale: number, except: ReadonlySet<string>) => {
    const seen = new Set<string>();
    const once = (field: keyof typeof FIELD_WEIGHT, token: string, apart = false) => {
      const key = `${field} ${token}`;
      if (seen.has(key) || except.has(key)) return;
      seen.add(key);
      add(token, apart, scale * FIELD_WEIGHT[field]);
    };
    const folded = comparable(text);
    for (const token of bigrams(folded)) once('bigram', token);
    for (const token of wordsOf(text)) once('word', token);
    for (const token of kanji(folded)) once('kanji', token);
    for (const token of kanjiTogether(folded)) once('kanji', token, true);
    for (const token of kanjiApart(folded)) once('kanji', token, true);
    for (const [token] of folded.matchAll(/[\p{Script=Latin}\p{Nd}]{1,40}/gu)) once('kanji', token);
    return seen;
  };
  for (const key of addAll(asked, 1, new Set())) typedTokens.add(key);
  addAll(others.join(' '), NAMED_WEIGHT, typedTokens);
  for (const way of whole) add(way, false, FIELD_WEIGHT.whole);
  return [...weights.values()];
}

/**
 * What a reader looks for in a hit: the query's words and other names, folded. Short hiragana words are left out,
 * because から or こと would be found everywhere, and so are single characters that do not stand alone.
 */
export function wordsToMark(typed: string, names?: Names): string[] {
  const read = foldWriting(typed.slice(0, READ_CHARACTERS).replace(EXCLUDED, ' '));
  const found = otherNames(read, names);
  for (const [run] of withoutQuestionWords(read).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!/^[ぁ-ゖ]{1,2}$/.test(run)) found.push(foldKana(run));
    for (const { segment } of segmenter.segment(run)) {
      if (segment.length > 1 && !/^[ぁ-ゖ]{1,3}$/.test(segment)) found.push(foldKana(segment));
    }
  }
  return [...new Set(found)];
}

function withoutQuestionWords(written: string): string {
  let kept = '';
  const wholeWords = !isSentence(written);
  for (const piece of wholeWords ? written.split(/(?<=\s)|(?=\s)/) : [written]) {
    // しにたい is a word that somebody looks for; たい in a sentence is not.
    if (wholeWords && piece.length <= SHORT) {
      kept += QUESTION_WORDS.has(piece) ? ' ' : piece;
      continue;
    }
    for (const { segment } of segmenter.segment(piece)) kept += QUESTION_WORDS.has(segment) ? ' ' : segment;
  }
  return kept;
}

/** In words so long no question hides: 家賃いくら. */
const SHORT = 4;

const SENTENCE_END = /(?:です|ます|でしょう|ました|ません|たい|どう|いい|の|は|か)$/u;

function isSentence(written: string): boolean {
  if (/[。？?]/u.test(written)) return true;
  return comparable(written)
    .split(' ')
    .some((word) => word.length > LONGEST_WORD || (word.length > 8 && SENTENCE_END.test(word)));
}

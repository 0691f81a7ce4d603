import { foldKana, foldWriting } from './fold.ts';

/**
 * What a text is compared as: folded, words in one line, all that is no letter or digit a single blank. Scores are
 * counted in it, and the index keeps it.
 */
export function comparable(text: string): string {
  return foldKana(foldWriting(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

// At most 40 characters: what is longer is no word (a pasted key), and PostgreSQL refuses a token of 2 KB.
const UNIT = /[\p{Script=Latin}\p{Nd}]{1,40}|./gsu;
const LATIN = /^[\p{Script=Latin}\p{Nd}]/u;
const HAN = /\p{Script=Han}/gu;

/** Pairs of neighbouring characters; a Latin word or a number is one character here, and a token by itself. */
export function bigrams(text: string): string[] {
  const found: string[] = [];
  for (const run of text.split(' ')) {
    if (!/[\p{Script=Latin}\p{Nd}]/u.test(run)) {
      pairs(Array.from(run), found);
      continue;
    }
    const units = run.match(UNIT) ?? [];
    for (const unit of units) if (LATIN.test(unit)) found.push(unit);
    pairs(units, found);
  }
  return found;
}

function pairs(units: readonly string[], found: string[]): void {
  for (let at = 1; at < units.length; at += 1) found.push(`${units[at - 1]}${units[at]}`);
}

/** Words, without those that are one hiragana: particles, and the crumbs of verb endings. */
export function words(written: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(written)) {
    if (!isWordLike) continue;
    // The segmenter keeps "3.5" and "can't" whole.
    for (const [word] of foldKana(segment).matchAll(/[\p{L}\p{N}]{1,40}/gu)) {
      if (!/^[ぁ-ゖ]$/u.test(word)) found.push(word);
    }
  }
  return found;
}

/** Each kanji. */
export function kanji(text: string): string[] {
  return text.match(HAN) ?? [];
}

const APART = /(\p{Script=Han})[ぁ-ゖ]{1,2}(?=(\p{Script=Han}))/gu;
const TOGETHER = /(\p{Script=Han})(?=(\p{Script=Han}))/gu;

/** Pairs of kanji that nothing but okurigana or a particle keeps apart: 申し込み holds 申込. */
export function kanjiApart(text: string): string[] {
  return Array.from(text.matchAll(APART), ([, first, second]) => first! + second!);
}

export function kanjiTogether(text: string): string[] {
  return Array.from(text.matchAll(TOGETHER), ([, first, second]) => first! + second!);
}

/** Stands before the tokens of a title, which are kept beside those of the whole document. */
export const IN_TITLE = '\u00b9';
/** Stands before pairs of kanji that are apart. */
export const APART_MARK = '\u00b2';

/** The distinct tokens under which a document is found. */
export function indexTokens(title: string, body: string): string[] {
  const found = new Set<string>();
  for (const token of bigrams(title)) found.add(IN_TITLE + token).add(token);
  for (const token of kanji(title)) found.add(IN_TITLE + token).add(token);
  for (const token of kanjiApart(title)) found.add(APART_MARK + token);
  for (const token of bigrams(body)) found.add(token);
  for (const token of kanji(body)) found.add(token);
  for (const token of kanjiApart(body)) found.add(APART_MARK + token);
  return [...found];
}

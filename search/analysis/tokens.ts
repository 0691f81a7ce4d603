import type { Field } from './fields.ts';
import { foldKana, foldWriting } from './fold.ts';

/**
 * Tokens of each field in the order of the text, repeated as often as they occur. Letters and digits only, at most
 * 80 of them: what is longer is no word (a pasted key), and PostgreSQL refuses a token of 2 KB.
 */
export type Tokens = Readonly<Record<Field, string[]>>;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

export function tokens(text: string): Tokens {
  const written = foldWriting(text);
  const folded = foldKana(written);
  return { bigram: bigrams(folded), word: words(written), kanji: kanji(folded) };
}

/** Pairs of neighbouring characters; a Latin word or a number is one character here, and a token by itself. */
function bigrams(folded: string): string[] {
  const found: string[] = [];
  for (const [run] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    let previous: string | undefined;
    for (const [unit] of run.matchAll(/[\p{Script=Latin}\p{Nd}]{1,40}|./gsu)) {
      if (/^[\p{Script=Latin}\p{Nd}]/u.test(unit)) found.push(unit);
      if (previous !== undefined) found.push(previous + unit);
      previous = unit;
    }
  }
  return found;
}

/** Words, without those that are one hiragana: particles, and the crumbs of verb endings. */
function words(written: string): string[] {
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

const KANJI_PAIR = /(\p{Script=Han})[ぁ-ゖ]{0,2}(?=(\p{Script=Han}))/gu;

/** Each kanji, and each pair that nothing but okurigana or a particle keeps apart: 申し込み holds 申込. */
function kanji(folded: string): string[] {
  const found: string[] = [];
  for (const [character] of folded.matchAll(/\p{Script=Han}/gu)) found.push(character);
  for (const [, first, second] of folded.matchAll(KANJI_PAIR)) found.push(first! + second!);
  for (const [word] of folded.matchAll(/[\p{Script=Latin}\p{Nd}]{1,40}/gu)) found.push(word);
  return found;
}

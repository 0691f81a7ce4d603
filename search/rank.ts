import { TITLE_WEIGHT } from './analysis/fields.ts';

/** A document's texts as `comparable` leaves them. */
export interface Texts {
  title: string;
  body: string;
}

/** Something to count in a comparable text. */
export interface Countable {
  token: string;
  /** Of a pair of kanji: where kana keep them apart it counts too. */
  apart: boolean;
}

export interface Collection {
  documents: number;
  /** Mean of `lengthOf`. */
  meanLength: number;
}

// BM25's usual constants: how soon more occurrences stop counting, how much length counts.
const K1 = 1.2;
const B = 0.75;

export function lengthOf({ title, body }: Texts): number {
  return title.length * TITLE_WEIGHT + body.length;
}

/** How much more a word says that few documents hold. */
export function rarity(holding: number, documents: number): number {
  return Math.log(1 + Math.max(0, documents - holding + 0.5) / (holding + 0.5));
}

/** What so many occurrences are worth in a text of that length, by BM25: from 0 to K1 + 1. */
export function saturated(times: number, length: number, { meanLength }: Collection): number {
  return times === 0 ? 0 : (times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / meanLength));
}

const LATIN = /[\p{Script=Latin}\p{Nd}]/u;

/**
 * Counts a token in texts, an occurrence in the title as TITLE_WEIGHT. A Latin word or a number is found whole or
 * not at all.
 *
 * @returns a function of title and body, joined by a blank, and the title's length
 */
export function counter({ token, apart }: Countable): (joined: string, titleLength: number) => number {
  if (apart) return counterApart(token);
  const from = LATIN.test(token.at(0)!);
  const to = LATIN.test(token.at(-1)!);
  return (joined, titleLength) => {
    let times = 0;
    for (let at = joined.indexOf(token); at !== -1; at = joined.indexOf(token, at + token.length)) {
      if (from && at > 0 && LATIN.test(joined[at - 1]!)) continue;
      if (to && at + token.length < joined.length && LATIN.test(joined[at + token.length]!)) continue;
      times += at < titleLength ? TITLE_WEIGHT : 1;
    }
    return times;
  };
}

const MOST_KANA_BETWEEN = 2;

function counterApart(token: string) {
  const [first = '', second = ''] = Array.from(token);
  return (joined: string, titleLength: number) => {
    let times = 0;
    for (let at = joined.indexOf(first); at !== -1; at = joined.indexOf(first, at + 1)) {
      let next = at + first.length;
      for (let kana = 0; kana < MOST_KANA_BETWEEN && isHiragana(joined.charCodeAt(next)); kana += 1)
        next += 1;
      if (joined.startsWith(second, next)) times += at < titleLength ? TITLE_WEIGHT : 1;
    }
    return times;
  };
}

function isHiragana(code: number): boolean {
  return code >= 0x3041 && code <= 0x3096;
}

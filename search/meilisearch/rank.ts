import { TITLE_WEIGHT } from '../analysis/fields.ts';

/** A word of the query, as the index writes it. */
export interface Wanted {
  word: string;
  weight: number;
  /** How rare it is; see `rarity`. */
  rarity: number;
}

// As in SQLite's bm25().
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** BM25's inverse document frequency, kept above zero: in a small archive half of the notes may hold a word. */
export function rarity(documents: number, holding: number): number {
  return Math.max(1e-6, Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)));
}

/**
 * BM25 of each document over the words wanted; a word in the title counts as TITLE_WEIGHT in the body.
 *
 * @param texts titles and bodies as the index holds them
 */
export function bm25(
  wanted: readonly Wanted[],
  texts: ReadonlyArray<{ title: string; body: string }>,
): number[] {
  const words = new Map(wanted.map((one) => [one.word, one]));
  const counted = texts.map(({ title, body }) => {
    const counts = new Map<string, number>();
    const count = (text: string, worth: number) => {
      const all = text === '' ? [] : text.split(' ');
      for (const word of all) if (words.has(word)) counts.set(word, (counts.get(word) ?? 0) + worth);
      return all.length;
    };
    return { counts, length: count(title, TITLE_WEIGHT) + count(body, 1) };
  });
  const average = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length);
  return counted.map(({ counts, length }) => {
    const long = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / Math.max(1, average));
    let score = 0;
    for (const [word, occurrences] of counts) {
      const { weight, rarity } = words.get(word)!;
      score += (weight * rarity * occurrences * (SATURATION + 1)) / (occurrences + long);
    }
    return score;
  });
}

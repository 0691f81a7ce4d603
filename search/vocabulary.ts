import type { Names } from './analysis/expand.ts';

/** The words of a collection, by the way they are read. */
export interface Vocabulary {
  /** How a folded word is read, in hiragana; undefined when that is not known. */
  readingOf(folded: string): string | undefined;
  /** Folded words of the collection that are read in one of these ways. */
  readAs(readings: readonly string[]): Promise<ReadonlyArray<{ folded: string; reading: string }>>;
  /** How texts write words that are folded like these. */
  writtenAs(folded: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Longer ones are sentences without a blank. */
const LONGEST = 20;
const LONGEST_PIECE = 10;
/** Words that are taken for one reading. */
const MOST_WORDS = 3;
const MOST_WAYS = 4;

const HAN = /\p{Script=Han}/gu;

/**
 * Other names of a word that the dictionary knows by another spelling: 打切 is read as 打ち切り.
 */
export function namesRead(
  vocabulary: Pick<Vocabulary, 'readingOf'>,
  names: Names,
  word: string,
): readonly string[] {
  if (word.length < 2) return [];
  const reading = vocabulary.readingOf(word);
  const { name, others } = (reading && readingsOf(vocabulary, names).get(reading)) || {
    name: '',
    others: [],
  };
  return name === '' || !sharesKanji(word, name) ? [] : [name, ...others];
}

const readings = new WeakMap<Names, ReadonlyMap<string, Names[number]>>();

function readingsOf(
  vocabulary: Pick<Vocabulary, 'readingOf'>,
  names: Names,
): ReadonlyMap<string, Names[number]> {
  let known = readings.get(names);
  if (!known) {
    known = new Map(names.map((name) => [vocabulary.readingOf(name.name) ?? '', name]));
    readings.set(names, known);
  }
  return known;
}

/**
 * Other spellings of a folded word that sound the same: とうゆ is 灯油, 引き籠り is ひきこもり, and 児立 was to be 自立.
 * Of a word in kanji that documents hold, only spellings with the same kanji and fewer or more of them count, because
 * 機関 is not 期間.
 *
 * @param holding about how many documents hold a folded word
 */
export async function sameSound(
  vocabulary: Vocabulary,
  word: string,
  holding: (folded: readonly string[]) => Promise<ReadonlyMap<string, number>>,
): Promise<string[]> {
  if (!/[\p{Script=Han}ぁ-ゖ]/u.test(word) || word.length > LONGEST || word.length < 2) return [];
  const reading = vocabulary.readingOf(word);
  if (reading === undefined || reading.length < 2 || reading.length > LONGEST) return [];
  const pieces = await bestPieces(vocabulary, reading);
  if (!pieces) return [];
  const words = [...new Set(pieces.flatMap(({ words }) => words))];
  const held = await holding([word, ...words]);
  const often = (one: string) => held.get(one) ?? 0;
  let ways = [''];
  for (const { text, words } of pieces) {
    const known = words
      .filter((one) => often(one) > 0)
      .sort((a, b) => often(b) - often(a))
      .slice(0, MOST_WORDS);
    const choices = known.length > 0 ? known : [text];
    ways = ways.flatMap((way) => choices.map((choice) => way + choice)).slice(0, MOST_WAYS);
  }
  const isKnown = often(word) > 0;
  return ways.filter((way) => way !== word && (isKnown ? sharesKanji(word, way) : true));
}

function sharesKanji(word: string, way: string): boolean {
  const of = (text: string) => new Set(text.match(HAN) ?? []);
  const [typed, other] = [of(word), of(way)];
  return [...typed].every((one) => other.has(one)) || [...other].every((one) => typed.has(one));
}

interface Piece {
  text: string;
  words: readonly string[];
}

/** Cuts a reading into readings of words, as few and long as can be; undefined where most of it is none. */
async function bestPieces(vocabulary: Vocabulary, reading: string): Promise<Piece[] | undefined> {
  const parts = new Set<string>();
  for (let start = 0; start < reading.length; start += 1) {
    const end = Math.min(reading.length, start + LONGEST_PIECE);
    for (let until = start + 2; until <= end; until += 1) parts.add(reading.slice(start, until));
  }
  const known = Map.groupBy(await vocabulary.readAs([...parts]), (word) => word.reading);
  // The best way to cut what follows each place, and how much of it is words.
  const best: Array<{ worth: number; covered: number; pieces: Piece[] }> = [];
  best[reading.length] = { worth: 0, covered: 0, pieces: [] };
  for (let start = reading.length - 1; start >= 0; start -= 1) {
    const kana = best[start + 1]!;
    best[start] = { ...kana, pieces: [{ text: reading[start]!, words: [] }, ...kana.pieces] };
    for (let end = start + 2; end <= Math.min(reading.length, start + LONGEST_PIECE); end += 1) {
      const text = reading.slice(start, end);
      const words = known.get(text);
      const rest = best[end]!;
      const worth = rest.worth + text.length ** 2;
      if (!words || worth <= best[start]!.worth) continue;
      const piece = { text, words: words.map(({ folded }) => folded) };
      best[start] = { worth, covered: rest.covered + text.length, pieces: [piece, ...rest.pieces] };
    }
  }
  const { covered, pieces } = best[0]!;
  return covered * 3 >= reading.length * 2 ? pieces : undefined;
}

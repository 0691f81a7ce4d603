import { DICTIONARY, type DictionaryEntry } from './dictionary.ts';
import { foldKana, foldWriting } from './fold.ts';

/** A part of a query that has other names, in the folded text. */
export interface Named {
  start: number;
  end: number;
  /** What to search besides, folded. */
  others: readonly string[];
}

/** Words and their other names, ready to be looked up. */
export type Names = ReadonlyArray<{
  /** Folded. */
  name: string;
  pattern: RegExp;
  others: readonly string[];
}>;

const LATIN = { name: /^[a-z0-9]+$/, neighbour: '[a-z0-9]' };
const SHORT_KANA = { name: /^[ぁ-ゖ]{1,3}$/, neighbour: '[ぁ-ゖ]' };
const ONE_KANJI = { name: /^\p{Script=Han}$/u, neighbour: '\\p{Script=Han}' };

const fold = (text: string) => foldKana(foldWriting(text));

/** Longest first, so that 自立相談 is not found once more inside 自立相談支援機関. */
export function namesOf(entries: readonly DictionaryEntry[]): Names {
  const names = new Map<string, { name: string; pattern: RegExp; others: string[] }>();
  for (const { others, ...one } of entries.flatMap(namesOfEntry)) {
    const known = names.get(one.name);
    const all = [...new Set([...(known?.others ?? []), ...others])];
    names.set(one.name, { ...one, others: all });
  }
  return [...names.values()].sort((a, b) => b.name.length - a.name.length);
}

export const FIELD_NAMES: Names = namesOf(DICTIONARY);

/** The parts of a folded text that have other names, in their order; they do not overlap. */
export function namedParts(folded: string, names: Names = FIELD_NAMES): Named[] {
  let rest = folded;
  const found = new Map<string, { start: number; end: number; others: string[] }>();
  for (const { name, pattern, others } of names) {
    // Most names are not in the text, and a pattern takes longer to say so.
    if (!rest.includes(name)) continue;
    const spans = [...rest.matchAll(pattern)].map(({ index, 0: name }) => [index, index + name.length]);
    for (const [start = 0, end = 0] of spans) {
      found.set(`${start}`, { start, end, others: [...others] });
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The other names of the terms in a query, folded, each once. */
export function otherNames(words: string, names: Names = FIELD_NAMES): string[] {
  return [...new Set(namedParts(fold(words), names).flatMap(({ others }) => others))];
}

function namesOfEntry({ term, forms = [], from = [] }: DictionaryEntry) {
  const all = [term, ...forms].map(fold);
  return [
    ...all.map((name) => ({ ...findable(name), others: all.filter((other) => other !== name) })),
    ...from.map((name) => ({ ...findable(fold(name)), others: all })),
  ];
}

/** Short names stand alone among their like: CW is not in CWXYZ, へや not in そこへやる and 夫 not in 大丈夫. */
function findable(folded: string): { name: string; pattern: RegExp } {
  const alone = [LATIN, SHORT_KANA, ONE_KANJI].find((script) => script.name.test(folded))?.neighbour;
  const pattern = alone ? `(?<!${alone})${folded}(?!${alone})` : folded;
  return { name: folded, pattern: new RegExp(pattern, 'gu') };
}

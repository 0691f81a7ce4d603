import { DICTIONARY, type DictionaryEntry } from './dictionary.ts';
import { foldKana, foldWriting } from './fold.ts';

interface Name {
  pattern: RegExp;
  length: number;
  /** What to search besides, as the dictionary writes it. */
  others: readonly string[];
}

const LATIN = { name: /^[a-z0-9]+$/, neighbour: '[a-z0-9]' };
const SHORT_KANA = { name: /^[ぁ-ゖ]{1,3}$/, neighbour: '[ぁ-ゖ]' };
const ONE_KANJI = { name: /^\p{Script=Han}$/u, neighbour: '\\p{Script=Han}' };

// Longest first, so that 自立相談 is not found once more inside 自立相談支援機関.
const names = DICTIONARY.flatMap(namesOf).sort((a, b) => b.length - a.length);

/** The other names of the terms in a query, each once. */
export function otherNames(words: string): string[] {
  let rest = foldKana(foldWriting(words));
  const found = new Set<string>();
  for (const { pattern, others } of names) {
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    for (const other of others) found.add(other);
    rest = without;
  }
  return [...found];
}

function namesOf({ term, forms = [], from = [] }: DictionaryEntry): Name[] {
  const all = [term, ...forms];
  return [
    ...all.map((name) => ({ ...findable(name), others: all.filter((other) => other !== name) })),
    ...from.map((name) => ({ ...findable(name), others: all })),
  ];
}

/** Short names stand alone among their like: CW is not in CWXYZ, へや not in そこへやる and 夫 not in 大丈夫. */
function findable(name: string): { pattern: RegExp; length: number } {
  const folded = foldKana(foldWriting(name));
  const alone = [LATIN, SHORT_KANA, ONE_KANJI].find((script) => script.name.test(folded))?.neighbour;
  const pattern = alone ? `(?<!${alone})${folded}(?!${alone})` : folded;
  return { pattern: new RegExp(pattern, 'gu'), length: folded.length };
}

import { isForeignName } from '../foreign-names.ts';
import { givenPart, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from '../lexicon.ts';

export interface Document {
  text: string;
  spans?: Array<{ start: number; end: number; type: string }>;
}

/** Names to put in the place of others. */
export interface Names {
  family: readonly string[];
  given: readonly string[];
  familyReadings: readonly string[];
  givenReadings: readonly string[];
}

/**
 * The same document about people of other names, so that the tagger learns how people are spoken of rather than who.
 * One name becomes one other throughout, and a family name alone goes with the full name.
 *
 * @param random gives numbers from 0 up to 1
 */
export function withOtherNames({ text, spans = [] }: Document, names: Names, random: () => number): Document {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const others = new Map<string, string>();
  const other = (part: string): string => {
    const known = others.get(part);
    if (known !== undefined) return known;
    const chosen = choose(part);
    others.set(part, chosen);
    return chosen;
  };
  const choose = (part: string): string => {
    if (/^[\u3400-\u9fff々ヶ]+$/.test(part)) {
      const given = givenPart(part);
      if (given !== '' && !isSurname(part)) return other(part.slice(0, -given.length)) + other(given);
      if (isSurname(part)) return pick(names.family);
      return isGivenName(part) ? pick(names.given) : pick(random() < 0.5 ? names.family : names.given);
    }
    if (!/^[ぁ-ゖァ-ヺー]+$/.test(part) || isForeignName(part)) return part;
    const reading = readsAsGivenName(part)
      ? names.givenReadings
      : readsAsSurname(part)
        ? names.familyReadings
        : [];
    if (reading.length === 0) return part;
    const chosen = pick(reading);
    return /^[ァ-ヺー]/.test(part) ? katakana(chosen) : chosen;
  };
  let varied = '';
  let at = 0;
  const moved: NonNullable<Document['spans']> = [];
  for (const { start, end, type } of [...spans].sort((a, b) => a.start - b.start)) {
    if (type !== 'person-name' || start < at) continue;
    varied += text.slice(at, start);
    const from = varied.length;
    varied += text.slice(start, end).replace(/[^\s・.=＝]+/g, other);
    moved.push({ start: from, end: varied.length, type });
    at = end;
  }
  return { text: varied + text.slice(at), spans: moved };
}

const katakana = (kana: string) =>
  kana.replace(/[ぁ-ゖ]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));

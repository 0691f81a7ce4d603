import type { Relative } from './family.ts';
import { personKey } from './persons/mention.ts';
import type { Suggestion } from './rule.ts';
import { normalize } from './text/normalize.ts';

const WIDE_A = 'Ａ'.charCodeAt(0);
const letterAt = (index: number) =>
  String.fromCharCode(WIDE_A + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26) + 1));

// Letters that already stand for someone or something in a normalized text: Ａさん, B氏, 「Ａ」, Ｘ市; not Ｂ型, Ａ４, Q&A.
const IN_USE =
  /(?<![A-Za-z0-9&])[A-Z](?=[*_~]*(?:さん|さま|氏|様|くん|君|ちゃん|殿|先生|本人|世帯|夫妻|家|宅|市|町|村|区|病院|社|校|[はがのとをにもへでかやよ、。,.・:;「」()\s]|$))/g;

// Whatever is read as a capital Latin letter; most texts have none.
const MAY_HOLD_LETTER = /[^\n\x20-@\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff々、。「」（）・]/;

function lettersOf(normalized: string): string[] {
  const letters = (normalized.match(IN_USE) ?? []).map((letter) => letterAt(letter.charCodeAt(0) - 0x41));
  return [...new Set(letters)];
}

/** Letters, full width, that stand for someone or something in a text as it was typed. */
export function lettersIn(text: string): string[] {
  return MAY_HOLD_LETTER.test(text) ? lettersOf(normalize(text).text) : [];
}

/**
 * Gives people letters by order of first appearance, never by their initial: an initial keeps half the secret.
 *
 * @param people  keys of the people in order of appearance, repetitions allowed
 * @param text    the normalized text; letters that it uses already are passed over
 * @param given   name, as typed → letter as already given to this person
 * @param elsewhere letters that stand for other people in the same thread
 * @returns key → letter, full width
 */
export function assignLetters(
  people: readonly string[],
  text: string,
  given: ReadonlyMap<string, string>,
  elsewhere: readonly string[],
): Map<string, string> {
  const letters = new Map<string, string>();
  const taken = new Set<string>([...elsewhere, ...lettersOf(text)]);
  for (const [name, letter] of given) {
    letters.set(personKey(normalize(name).text), letter);
    taken.add(letter);
  }
  let index = 0;
  for (const person of people) {
    if (letters.has(person)) continue;
    while (taken.has(letterAt(index))) index++;
    letters.set(person, letterAt(index));
    taken.add(letterAt(index));
  }
  return letters;
}

/** For each beginning and end of a name the people who bear it: 佐藤 and 花子 lead to 佐藤花子. */
export function peopleByPart(people: Iterable<string>): Map<string, string[]> {
  const byPart = new Map<string, string[]>();
  for (const person of people) {
    for (let cut = 1; cut < Math.min(person.length, 12); cut++) {
      for (const part of [person.slice(0, cut), person.slice(cut)]) {
        const bearers = byPart.get(part);
        if (bearers === undefined) byPart.set(part, [person]);
        else if (bearers.length < 2) bearers.push(person);
      }
    }
  }
  return byPart;
}

/** After a letter everybody is さん: an honorific tells of age, of sex, or of how close the writer is. */
const HONORIFIC = /^\s?(?:様|さま|氏|君|くん|ちゃん|殿)$/;

/** What the text says around a name, as typed. */
export interface Around {
  /** What follows the name as people read it (さん); blank where nothing does. */
  suffix: string;
  /** 母の in 母の佐藤花子, with whether its owner is named before it; undefined where the name stands by itself. */
  tie: { was: string; owned: boolean } | undefined;
}

/**
 * What to write for a person. 佐藤 may be the 佐藤花子 of another line or her father, so her letter comes second.
 *
 * @param relative whose relative the person is called in the text, if they share a family name
 */
export function letterSuggestions(
  person: string,
  { suffix, tie }: Around,
  letters: ReadonlyMap<string, string>,
  byPart: ReadonlyMap<string, readonly string[]>,
  relative: Relative | undefined,
): Suggestion[] {
  const namesakes = [...(byPart.get(person) ?? [])];
  for (let cut = 1; cut < person.length; cut++) namesakes.push(person.slice(0, cut), person.slice(cut));
  const suggested = new Set<string>();
  for (const somebody of [person, ...namesakes]) {
    const letter = letters.get(somebody);
    if (letter !== undefined) suggested.add(letter);
  }
  const suggestions = [...suggested].map((letter): Suggestion => {
    if (HONORIFIC.test(suffix))
      return { replacement: letter, label: `${letter}さん`, after: { was: suffix, becomes: 'さん' } };
    return { replacement: letter, label: letter + (suffix || 'さん') };
  });
  const of = relative && letters.get(relative.of);
  if (relative && of !== undefined) {
    const label = `${of}さんの${relative.kin}`;
    suggestions.splice(1, 0, {
      replacement: tie?.owned ? relative.kin : label,
      label,
      ...(tie ? { before: { was: tie.was, becomes: '' } } : {}),
      ...(/^\s?さん$/.test(suffix) || HONORIFIC.test(suffix) ? { after: { was: suffix, becomes: '' } } : {}),
    });
  }
  return suggestions.slice(0, 3);
}

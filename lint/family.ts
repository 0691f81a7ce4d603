import { isSurname } from './persons/lexicon.ts';
import { personKey } from './persons/mention.ts';

/** A relative who bears the family name of somebody else in the text. */
export interface Relative {
  /** Key of the other. */
  of: string;
  /** 母, 長男, … */
  kin: string;
}

/** That a name stands right after a word for a relative: 母の佐藤花子. */
export interface Tie {
  kin: string;
  /** Length of 母の, in UTF-16 code units. */
  length: number;
  /** Whose relative, as the text says (佐藤さんの母の…); undefined where it does not. */
  whose: string | undefined;
}

const KIN =
  '(?:母親?|父親?|[実義養継][母父]|[元前]?[妻夫]|祖[母父]|[叔伯][母父]|[長次二三四]男|[長次二三四]女|息子|娘|[兄姉弟妹孫甥姪])';
const TIE = new RegExp(`(?<whose>の)?(?<![\\u3400-\\u9fff])(?<tie>(?<kin>${KIN})[の・ ]?)$`);
const POSSESSOR =
  /(?:^|[^\u3400-\u9fff々ァ-ヺー])([\u3400-\u9fff々ァ-ヺー]{1,7})(?:さん|さま|様|氏|くん|君|ちゃん)?$/;

/** How a name is tied to a relative right before it, in a normalized text. */
export function tieBefore(text: string, start: number): Tie | undefined {
  const left = text.slice(Math.max(0, start - 20), start);
  const match = TIE.exec(left);
  const { kin, tie, whose } = match?.groups ?? {};
  if (match === null || kin === undefined || tie === undefined) return undefined;
  const owner = whose === undefined ? undefined : (POSSESSOR.exec(left.slice(0, match.index))?.[1] ?? '');
  return { kin, length: tie.length, whose: owner };
}

/**
 * The people who are called a relative somewhere in a text and share the family name of somebody else in it.
 *
 * @param people all people of the text
 * @param byPart for each beginning of a name the people who bear it
 */
export function findRelatives(
  ties: ReadonlyMap<string, Tie>,
  people: { has(key: string): boolean },
  byPart: ReadonlyMap<string, readonly string[]>,
): Map<string, Relative> {
  const relatives = new Map<string, Relative>();
  const named = new Set<string>();
  for (const [person, { kin, whose }] of ties) {
    const of = namesakeOf(person, ties, people, byPart);
    if (of === undefined) continue;
    if (whose !== undefined && !(whose !== '' && of.startsWith(personKey(whose)))) continue;
    // Two sisters cannot both be Ａさんの妹.
    const name = `${of}\n${kin}`;
    if (named.has(name)) continue;
    named.add(name);
    relatives.set(person, { of, kin });
  }
  return relatives;
}

function namesakeOf(
  person: string,
  ties: ReadonlyMap<string, Tie>,
  people: { has(key: string): boolean },
  byPart: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  for (let cut = person.length - 1; cut > 0; cut--) {
    const family = person.slice(0, cut);
    if (!isSurname(family)) continue;
    if (people.has(family)) return family;
    const other = byPart.get(family)?.find((key) => key !== person && key.startsWith(family));
    if (other !== undefined && !ties.has(other)) return other;
  }
  return undefined;
}

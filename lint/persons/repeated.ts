import { GAZETTEER } from '../places/gazetteer.ts';
import { givenPart } from './lexicon.ts';
import type { PersonMention } from './mention.ts';

const SAME_SCRIPT: Array<[RegExp, RegExp]> = [
  [/[\u3400-\u9fff々]/, /[\u3400-\u9fff々]/],
  [/[ァ-ヺー]/, /[ァ-ヺー・]/],
  [/[A-Za-z]/, /[A-Za-z]/],
];
const HIRAGANA_AFTER = /^(?:さん|くん|ちゃん|[はがをにともの](?![ぁ-ゖ])|[)）」、。])/;

/** The same names elsewhere in the text, where nothing announces them (林の家), and the parts of full names. */
export function repeated(text: string, known: readonly PersonMention[]): PersonMention[] {
  const names = new Set<string>();
  for (const { start, end } of known) {
    const name = text.slice(start, end);
    names.add(name);
    for (const part of name.split(/[ \n・=]/)) if (part.length >= 2) names.add(part);
    const given = givenPart(name);
    if (given.length >= 2) names.add(given);
  }
  const first = new Set(Array.from(names, (name) => name[0]));
  const lengths = [...new Set(Array.from(names, (name) => name.length))].sort((a, b) => b - a);
  const found: PersonMention[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!first.has(text[start])) continue;
    for (const length of lengths) {
      const name = text.slice(start, start + length);
      const end = start + length;
      if (!names.has(name) || !standsAlone(text, start, end, name)) continue;
      found.push({ start, end, shownEnd: end, weight: 1 });
      break;
    }
  }
  return found;
}

function standsAlone(text: string, start: number, end: number, name: string): boolean {
  const previous = text[start - 1] ?? '';
  const next = text[end] ?? '';
  for (const [first, neighbour] of SAME_SCRIPT) {
    if (first.test(name[0] as string) && neighbour.test(previous)) return false;
    if (first.test(name[name.length - 1] as string) && neighbour.test(next)) return false;
  }
  if (
    /^[ぁ-ゖー]+$/.test(name) &&
    ((/[ぁ-ゖ]/.test(previous) && !/[のはがをにと、]/.test(previous)) ||
      !HIRAGANA_AFTER.test(text.slice(end, end + 3)))
  )
    return false;
  // 砂川さん moves to 砂川: where a place may be meant, it is one.
  if (GAZETTEER.has(name))
    return !/^(?:市|町|村|に|へ|から|で|駅|在住|出身|方面|の(?:出身|実家|市営|道営|アパート|病院|施設))/.test(
      text.slice(end, end + 5),
    );
  // A name of one character is a word too often: 今, 光, 谷.
  if (name.length === 1)
    return (
      /^(?:[はがをにともの]|だけ|」|、)/.test(text.slice(end, end + 2)) &&
      (!/[はがをにとのた]/.test(previous.replace(/[「、。\n]/, '')) ||
        // 通帳は剛が持つ
        (previous === 'は' &&
          /^[がに]/.test(text.slice(end, end + 1)) &&
          !/[光空海花心愛星月雪風森林谷今東西南北]/.test(name)))
    );
  return true;
}

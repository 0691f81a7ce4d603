import { GAZETTEER } from '../places/gazetteer.ts';
import { execAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { isRole } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

// Who is present (出席) is mostly the staff of a meeting. 欠席連絡：ゆづき（かぜ）、そうすけ（法事）; 来た人：ゆうき、まなみ、小笠原くん、ほか3名
const LINE =
  /(?<=^|[\n・●○■*-] ?)(?:(?:本日|今日|今月)の?)?(?:欠席|来所|来室|来た|利用|見学|送迎|休み)(?:者|人|児|連絡|予定|した人|の人)?(?:\([^()\n]{1,8}\))?[: ] ?(?<list>[^\n。]{4,160})/g;
const ITEM =
  /^(?<name>[\u3400-\u9fff々]{1,4}|[ぁ-ゖー]{2,5}?|[ァ-ヺー]{2,8})(?:さん|くん|ちゃん|君|様|氏)?(?:\([^()]{1,12}\))?$/;

// 光、音、匂い: one character proves nothing.
const isKnown = (name: string) =>
  name.length > 1 &&
  (/^[\u3400-\u9fff]/.test(name)
    ? (isSurname(name) && !GAZETTEER.has(name)) || isGivenName(name)
    : readsAsGivenName(name) || readsAsSurname(name) || isForeignName(name));

/** Who came and who did not, as a line of a day's record tells; most of them known. */
export function attendance(text: string): Span[] {
  const found: Span[] = [];
  for (const match of execAll(text, LINE)) {
    const list = match.groups?.list ?? '';
    let at = match.index + match[0].length - list.length;
    const items = list.split(/[、,・]/).flatMap((item) => {
      const lead = item.length - item.trimStart().length;
      const name = ITEM.exec(item.trim())?.groups?.name;
      const start = at + lead;
      at += item.length + 1;
      return name === undefined || /^ほか/.test(name) ? [] : [{ name, start, end: start + name.length }];
    });
    const known = items.filter(({ name }) => isKnown(name) && !isRole(name));
    if (items.length > 1 && known.length * 2 >= items.length && !items.some(({ name }) => isRole(name)))
      found.push(...items.map(({ start, end }) => ({ start, end })));
  }
  return found;
}

import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isFullName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import type { PersonMention } from './mention.ts';
import { nameRightOf } from './right-of.ts';
import { isRole, RARELY_NAMES, RELATIVE } from './roles.ts';

const LABEL = new RegExp(
  `(?:氏 ?名|(?:お|御)?名 ?前|フリガナ|ふりがな|相談者|対象者|申請者|世帯主|利用者|クライエント|本人|通称名?|本名|旧姓|仮名|名義人?|宛名|宛先|参加者?|世帯員|配偶者|${RELATIVE})(?:名)?(?: ?[:|] ?| {1,3}|は(?=[A-Z]))`,
  'g',
);
const LINE_LABEL = /(?:^|\n)(?:主|夫|妻|母|父|子|長男|長女) +/g;
const RELATION = new RegExp(
  `(?<![\\u3400-\\u9fff])${RELATIVE}(?:さん)?(?:の名は|の名前は|の|は|、|\\(|・)?`,
  'g',
);
const NAMED =
  /(?:パスポート名は?|名義[はが]|名は|名前は|通称[はが]?|本名は|氏名は|旧姓は?|姓は|宛名は|と申します|あて名は) ?/g;
const LIST = /[、,・] ?/y;

/** Names that a label, a relative or another word announces. */
export function byLabel(text: string): PersonMention[] {
  const found: PersonMention[] = [];
  const add = (start: number, end: number, weight: number) => {
    found.push({ start, end, shownEnd: end, weight });
  };
  for (const { end: start } of matchAll(text, NAMED)) {
    const end = nameRightOf(text, start, 'naming');
    if (end > 0) add(start, end, 3);
  }
  for (const { end: at } of [...matchAll(text, LABEL), ...matchAll(text, LINE_LABEL)]) {
    let start = at;
    for (;;) {
      const end = nameRightOf(text, start, 'label');
      if (end < 0) break;
      add(start, end, 3);
      const next = reading(text, end, add);
      LIST.lastIndex = next;
      const comma = LIST.exec(text);
      if (comma === null) break;
      start = next + comma[0].length;
    }
  }
  for (const { end: start } of matchAll(text, RELATION)) {
    const end = nameRightOf(text, start, 'relative');
    if (end < 0) continue;
    const name = text.slice(start, end);
    if (RARELY_NAMES.has(name) || isRole(name) || GAZETTEER.has(name)) continue;
    add(start, end, 2);
    reading(text, end, add);
  }
  return found;
}

/** Takes in what stands in brackets after a name and reads like one (a reading, a spelling); returns where it ends. */
function reading(
  text: string,
  end: number,
  add: (start: number, end: number, weight: number) => void,
): number {
  const bracket = text.slice(end, end + 40).match(/^(?:さん|様|氏)?\(([^()\n]{1,30})\)/);
  const inner = bracket?.[1];
  if (bracket === null || inner === undefined) return end;
  const start = end + bracket[0].indexOf('(') + 1;
  const words = inner.split(' ');
  const kana = words.length === 2 && words.every((word) => readsAsSurname(word) || readsAsGivenName(word));
  if (
    kana ||
    /^[\uac00-\ud7a3]{2,4}$|^[\u0400-\u052f ]{3,}$|^[A-Z][a-zA-Z]+(?: [A-Z][a-zA-Z]+){1,4}$/.test(inner) ||
    isFullName(inner) ||
    (isSurname(inner) && inner.length > 1)
  ) {
    add(start, start + inner.length, 3);
  }
  return end + bracket[0].length;
}

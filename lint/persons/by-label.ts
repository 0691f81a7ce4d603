import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isFullName, isRarelyName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import type { PersonMention } from './mention.ts';
import { nameRightOf } from './right-of.ts';
import { isRole, RELATIVE } from './roles.ts';

const LABEL = new RegExp(
  `(?:氏 ?名|(?:お|御)?名 ?前|フリガナ|ふりがな|相談者|対象者|申請者|世帯主|利用者|児童|生徒|来談者|受給者|入居者|入所者|クライエント|本人|通称名?|通名|対象(?= ?:)|本名|旧姓|仮名|名義人?|宛名|宛先|参加者?|世帯員|配偶者|(?<![\\u3400-\\u9fff])${RELATIVE})(?:名)?(?:[/・](?:年齢|性別|ふりがな|フリガナ|続柄)|\\([^()\\n]{1,12}\\))?(?: ?[:|】>] ?\\n?| {1,12}|は(?=[A-Z]))`,
  'g',
);
const LINE_LABEL = /(?:^|\n)(?:(?:主|夫|妻|母|父|子|長男|長女) +|姓?名 ?[: ] ?)/g;
const RELATION = new RegExp(
  `(?<![\\u3400-\\u9fff])元?${RELATIVE}(?:さん)?(?:の名は|の名前は|の|は|、|\\(|・)?`,
  'g',
);
const NAMED =
  /(?:パスポート名は?|名義[はが]|(?:在留カード|パスポート|旅券|通帳|免許証|保険証)(?:の名義|の氏名|の名前)?は(?= ?[A-Z])|名は|名前は|なまえは|名札[はが]|読み(?:方)?は|通称[はが]?|本名は|(?:フリガナ|ふりがな|よみがな|ヨミガナ)(?: ?[:|] ?| {1,12})|氏名は|旧姓は?|姓は|(?:宛名|表札)[はが]|と申します|あて名は|(?:通称|旧姓|本名|呼び名)の?(?=[「『(])) ?[「『(]?/g;
// 対象：Ａさん、北の大地ファームを退職: what follows a comma is the next name only if it stands alone.
const LISTED_AFTER = /^(?:$|[、,・() \n|]|さん|様|ほか|ら|[がはをと])/;
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
      if (end < 0 || (start > at && !LISTED_AFTER.test(text.slice(end, end + 2)))) break;
      add(start, end, 3);
      const next = reading(text, end, add);
      LIST.lastIndex = next;
      const comma = LIST.exec(text);
      if (comma === null) break;
      start = next + comma[0].length;
    }
  }
  for (const { end: start } of matchAll(text, RELATION)) {
    // 夫（ディパク）: what fills the brackets after a relative is who it is.
    const end = nameRightOf(text, start, text[start - 1] === '(' ? 'bracketed' : 'relative');
    if (end < 0) continue;
    const name = text.slice(start, end);
    if (isRarelyName(name) || isRole(name) || GAZETTEER.has(name)) continue;
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
  let start = end + bracket[0].indexOf('(') + 1;
  for (const spelling of inner.split('、')) {
    if (isSpelling(spelling)) add(start, start + spelling.length, 3);
    start += spelling.length + 1;
  }
  return end + bracket[0].length;
}

function isSpelling(inner: string): boolean {
  const words = inner.split(' ');
  // エビナ シュンサク: two words in kana beside a name are its reading; a single one must read like a name.
  const kana =
    /^(?:[ァ-ヺー]{1,8}(?:[ ・=][ァ-ヺー]{1,8}){1,3}|[ぁ-ゖー]{2,8} [ぁ-ゖー]{2,8})$/.test(inner) ||
    (/^[ぁ-ゖァ-ヺー]+$/.test(inner) &&
      words.every((word) => readsAsSurname(word) || readsAsGivenName(word)));
  return (
    kana ||
    /^[\uac00-\ud7a3]{2,4}$|^[\u0400-\u052f ]{3,}$|^[A-Z][a-zA-Z]+(?: [A-Z][a-zA-Z]+){1,4}$/.test(inner) ||
    isFullName(inner) ||
    (isSurname(inner) && inner.length > 1)
  );
}

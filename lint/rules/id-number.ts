import type { Hit, Rule } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import { isOtherNumber } from '../text/number-labels.ts';

// A label, a few characters, the number. 手帳2級 and 被保険者3名 are no numbers: five digits at least.
const LABELLED =
  /(?:マイナンバー(?:カード)?|個人番号|基礎年金|年金(?:手帳|番号|証書|コード)|被保険者|保険者番号|保険証|健康保険(?=[: |])|国保(?=[: |])|社保(?=[: |])|資格確認書|記号[・.]?番号|免許証?|在留カード|特別永住者|旅券|パスポート|手帳|住民票コード|コードは|受給者(?:番号|証)|受給番号|雇用保険|保護番号|障害者番号|患者番号|診察券)[^0-9。\n\u2029]{0,22}?(?<value>(?:[一-龥]{1,4})?第[0-9]{3,12}号|[一-龥][0-9]{1,4}[・.-][0-9]{3,9}|[A-Z]{0,2}[0-9]{1,12}(?:[・.、 -]{0,2}番号 ?[0-9]{1,12}|[・.-][0-9]{1,12}| [0-9]{3,12}){0,4}[A-Z]{0,2})(?![0-9])/g;
// A-10-10-10 and the like: an item of a menu of services.
const MENU_CODE = /^[0-9]{1,2}(?:-[0-9]{1,2}){2,3}$/;
const UNIT = /^ ?(?:円|年|月|日|件|人|名|歳|級|時|:|か月|万|%|条)|^[0-9]|^[./-][0-9]/;
// Shapes that nothing else has: residence card (two letters, eight digits, two letters), insured person's number.
const RESIDENCE_CARD = /(?<![A-Za-z0-9])[A-Z]{2} ?[0-9]{8} ?[A-Z]{2}(?![A-Za-z0-9])/g;
const EMPLOYMENT_INSURANCE = /(?<![0-9-])[0-9]{4}-[0-9]{6}-[0-9](?![0-9-])/g;
const PENSION = /(?<![0-9-])[0-9]{4}-[0-9]{6}(?![0-9-])/g;
const TWELVE = /(?<![0-9A-Za-z]|[0-9][- ])[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9A-Za-z]|[- ][0-9])/g;

/** Whether twelve digits end in the check digit of a My Number (番号法施行省令 第5条). */
export function isMyNumber(digits: string): boolean {
  if (!/^[0-9]{12}$/.test(digits) || /^(.)\1{11}$/.test(digits)) return false;
  let sum = 0;
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

// 番号（第0071152号）, in a text about a card or a booklet.
const OF_CARD = /(?:免許|手帳|証|カード)[^\n]{0,80}番号[は(「 ]{0,2}$|手帳[^\n。]{0,16}(?:\(|級 )$/;
const NUMBERED =
  /(?:北海道|[一-龥]{2,3}[都府県市])?第[0-9]{6,12}号|(?<=番号[は: 「]{0,2})[0-9]{10,12}(?![0-9-])/g;

export const idNumber: Rule = {
  id: 'id-number',
  severity: 'error',
  title: '個人番号・証明書の番号',
  message: '証明書や手帳などの番号です。番号は、だれのものでも載せられません。',
  find({ text }) {
    const hits: Hit[] = [];
    const add = (start: number, end: number, weight: number, replacement = '（番号）', certain = false) =>
      hits.push({ start, end, weight, certain, suggestions: [{ replacement, label: replacement }] });
    for (const { start, end, text: value } of matchAll(text, LABELLED)) {
      const digits = value.replace(/\D/g, '');
      if (
        digits.length < 5 ||
        MENU_CODE.test(value) ||
        UNIT.test(text.slice(end, end + 3)) ||
        /(?:19|20)[0-9]{2}[.-][01]?[0-9][.-]/.test(value)
      )
        continue;
      add(start, end, 7, '（番号）', isMyNumber(digits));
    }
    for (const { start, end } of matchAll(text, NUMBERED))
      if (OF_CARD.test(before(text, start, 90))) add(start, end, 3);
    for (const { start, end } of matchAll(text, RESIDENCE_CARD)) add(start, end, 7, '（番号）', true);
    for (const { start, end } of matchAll(text, EMPLOYMENT_INSURANCE)) add(start, end, 4);
    for (const { start, end } of matchAll(text, PENSION))
      if (!isOtherNumber(text, start) && !/^0(?:120|570|800)/.test(text.slice(start, start + 4)))
        add(start, end, 3);
    for (const { start, end, text: value } of matchAll(text, TWELVE)) {
      if (isMyNumber(value.replace(/\D/g, '')) && !isOtherNumber(text, start))
        add(start, end, 5, '（番号）', true);
    }
    return hits;
  },
  examples: {
    flagged: [
      { text: '個人番号は1234 5678 9018です', hit: '1234 5678 9018', suggestion: '（番号）' },
      { text: '在留カードはAB12345678CDです', hit: 'AB12345678CD', suggestion: '（番号）' },
      { text: '身体障害者手帳 北海道第98765号', hit: '北海道第98765号', suggestion: '（番号）' },
    ],
    clean: ['精神2級の手帳を持つ方', '法人番号1430005999999', 'マイナンバーの欄は置きません'],
  },
};

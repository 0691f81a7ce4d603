import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import { isOtherNumber } from '../text/number-labels.ts';
import type { Look } from './look.ts';

// 090⏎1234⏎5678: a mobile number over two or three lines, of which no line above or below is a figure too.
const MOBILE =
  /(?<![0-9][-. ]?|[0-9,.%円]\n ?)(?:0[5789]0[- ]?\n ?[0-9]{4}[- ]?[\n ]? ?[0-9]{4}|0[5789]0[- ]?[0-9]{4}[- ]?\n ?[0-9]{4})(?![0-9]|[-,.][0-9]|[人件円名%歳年月]|[ \n]{1,2}[0-9])/g;
// 電話 0134-⏎22-⏎3344: others need a label before them or a hyphen where the line ends.
const LANDLINE =
  /(?<=(?:電話|自宅|連絡先|番号|TEL|Tel|tel|FAX|℡|☎)[はがの: (\n]{0,3})0[1-9][0-9]{0,3}(?:-?\n|-)[0-9]{1,4}(?:-?\n|-)[0-9]{4}(?![0-9]|[-,.][0-9]|\n[0-9])|(?<![0-9][-. ]?|[0-9,.%円]\n ?)0[1-9][0-9]{0,3}-\n?[0-9]{1,4}-\n?[0-9]{4}(?![0-9]|[-,.][0-9]|\n[0-9])/g;
const PUBLIC = /^0(?:120|570|800|990|180)/;

/** Numbers of telephones that were broken over lines. */
export const brokenPhones: Look = {
  rule: 'phone-number',
  find: ({ text, notice }) =>
    [
      ...matchAll(text, MOBILE).filter(({ text: shown }) => digitsOf(shown).length === 11),
      ...(notice ? [] : matchAll(text, LANDLINE)).filter(
        ({ text: shown }) => digitsOf(shown).length === 10 && !PUBLIC.test(shown),
      ),
    ]
      .filter(({ start, text: shown }) => shown.includes('\n') && !isOtherNumber(text, start))
      .map(({ start, end }) => hit(start, end, 6, '（電話番号）')),
};

const DOMAIN = 'jp|com|net|org|info|biz|co|io|me|tv|kr|cn|vn|ph|np|id|br|ru|ua|uk|de|fr';
// taro @ example . jp: blanks or the end of a line around the signs.
const AROUND_SIGNS = `[A-Za-z0-9_.+-]{1,64}[ \\n]?@[ \\n]?[A-Za-z0-9-]{1,63}(?:[ \\n]?\\.[ \\n]?[A-Za-z0-9-]{1,63}){0,3}[ \\n]?\\.[ \\n]?(?:${DOMAIN})`;
// t a r o @ e x a m p l e . j p: blanks between all letters, in the name at least.
const LETTER_BY_LETTER = `[A-Za-z0-9](?: [A-Za-z0-9_.+-]){2,40} ?@ ?(?:[A-Za-z0-9-] ?){2,40}(?:\\. ?(?:[A-Za-z0-9-] ?){1,20}){1,3}`;
const MAIL = new RegExp(
  `(?<![A-Za-z0-9_.+-])(?:${LETTER_BY_LETTER}|${AROUND_SIGNS})(?![A-Za-z0-9]|-[A-Za-z0-9])`,
  'g',
);
const ENDS_LIKE_DOMAIN = new RegExp(`\\.(?:${DOMAIN})$`);
const OFFICE = /^(?:info|contact|office|soudan|support|center|jimukyoku|mail)[0-9._-]*@|\.(?:go|lg|ed)\.jp$/i;

/** Addresses that were spelled with blanks or broken over lines. */
export const spacedMail: Look = {
  rule: 'email-address',
  find: ({ text, notice }) =>
    notice || !text.includes('@')
      ? []
      : matchAll(text, MAIL).flatMap(({ start, text: shown }) => {
          const typed = shown.trimEnd();
          const address = typed.replace(/\s/g, '');
          if (typed === address || !ENDS_LIKE_DOMAIN.test(address) || OFFICE.test(address)) return [];
          return [hit(start, start + typed.length, 8, '（メールアドレス）')];
        }),
};

const digitsOf = (shown: string) => shown.replace(/\D/g, '');

const hit = (start: number, end: number, weight: number, replacement: string): Hit => ({
  start,
  end,
  certain: true,
  weight,
  suggestions: [{ replacement, label: replacement }],
});

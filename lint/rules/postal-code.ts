import type { Rule } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import { isOtherNumber } from '../text/number-labels.ts';

const MARKED =
  /(?:〒|郵便番号[^0-9。\n]{0,6}) ?(?<value>(?:[0-9]{3}[- ]{0,2}[0-9]{4}|[〇一二三四五六七八九]{3}[-ー]?[〇一二三四五六七八九]{4}))(?![0-9]|-[0-9])/g;
// 0480099、岩内町: seven digits in front of a place.
const BEFORE_PLACE =
  /(?<![0-9A-Za-z.-])0[0-9]{6}(?=[、, ]{1,2}(?:北海道)?[\u3400-\u9fffァ-ヺ]{1,6}[市町村区郡])/g;
const BARE = /(?<![0-9A-Za-z]|[0-9.] ?[-.]|[-/])[0-9]{3}-[0-9]{4}(?![0-9A-Za-z]| ?[-/][0-9])/g;
// Labels under which nnn-nnnn is another rule's number.
const LABELLED =
  /(?:番号|No\.?|ケース|受付|整理|口座|普通|当座|店番|記号|ID|内線|電話|TEL|第|様式|コード|#)[^0-9。\n]{0,6}$/i;

export const postalCode: Rule = {
  id: 'postal-code',
  severity: 'error',
  title: '郵便番号',
  message: '郵便番号です。住んでいるところが町の一角まで分かります。',
  find({ text, notice }) {
    if (notice) return [];
    const marked = [...matchAll(text, MARKED), ...matchAll(text, BEFORE_PLACE)];
    const bare = matchAll(text, BARE).filter(
      ({ start }) => !LABELLED.test(before(text, start, 16)) && !isOtherNumber(text, start),
    );
    const suggestions = [{ replacement: '（郵便番号）', label: '（郵便番号）' }];
    return [
      ...marked.map(({ start, end }) => ({ start, end, weight: 6, suggestions })),
      ...bare.map(({ start, end }) => ({ start, end, weight: 2, suggestions })),
    ];
  },
  examples: {
    flagged: [
      { text: '〒０４７ー００３４ の方です', hit: '０４７ー００３４', suggestion: '（郵便番号）' },
      { text: '郵便番号0600999へ', hit: '0600999', suggestion: '（郵便番号）' },
    ],
    clean: ['郵便番号の欄は空けておく', 'ケース番号 123-4567'],
  },
};

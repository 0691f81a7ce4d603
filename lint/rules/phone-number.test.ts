import { expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { passages } from '../testing.ts';

const find = (text: string) => passages('phone-number', text);

test.each([
  '090-1234-5678',
  '０９０ー１２３４ー５６７８',
  '090 1234 5678',
  '09012345678',
  '+81 90-1234-5678',
  '(090)1234-5678',
  '090.1234.5678',
  '〇九〇-一二三四-五六七八',
])('finds a mobile number however it is cut up: %s', (number) => {
  expect(find(`連絡は ${number} へ`)).toEqual([number]);
});

test.each(['\u200b', '\u200d', '\u202a', '\u2066', '\ufeff'])(
  'is not fooled by characters that nobody sees',
  (invisible) => {
    const number = `090${invisible}-1234-${invisible}5678`;
    expect(find(`折り返しは${number}です`)).toEqual([number]);
  },
);

test('knows no objection', () => {
  expect(lint('090-1234-5678')).toMatchObject([{ certain: true }]);
});

test('finds a landline by its shape, without hyphens by its label', () => {
  expect(find('実家は0134-22-3344')).toEqual(['0134-22-3344']);
  expect(find('電話番号は0134223344')).toEqual(['0134223344']);
  expect(find('0134223344')).toEqual([]);
});

test('leaves what everybody may call: free numbers, help lines, an office with its number', () => {
  expect(find('0120-279-338、0570-078374、0800-800-0000、#7119、189')).toEqual([]);
  expect(find('ひきこもり地域支援センターは011-863-8733です')).toEqual([]);
  expect(find('本人は0134-22-3344です')).toEqual(['0134-22-3344']);
});

test('leaves numbers that their label makes something else', () => {
  expect(find('ミーティングID 080 1234 5678、伝票番号 090-1234-5678、被保険者番号 0012345678')).toEqual([]);
});

test('leaves the bracket before a number outside, and follows a label without a space', () => {
  expect(find('自宅（０９０−１２３４−５６７８）へ')).toEqual(['０９０−１２３４−５６７８']);
  expect(find('弟のTEL0144-00-7712')).toEqual(['0144-00-7712']);
});

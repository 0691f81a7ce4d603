import { expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { passages } from '../testing.ts';
import { isMyNumber } from './id-number.ts';

const find = (text: string) => passages('id-number', text);

test('accepts a My Number by its check digit, without a label', () => {
  expect(isMyNumber('123456789018')).toBe(true);
  expect(isMyNumber('123456789012')).toBe(false);
  expect(find('控えに 1234-5678-9018 とありました')).toEqual(['1234-5678-9018']);
  expect(find('控えに 1234-5678-9012 とありました')).toEqual([]);
});

test('takes a labelled number even when its check digit fails, since people mistype', () => {
  expect(lint('マイナンバーは1234 5678 9012')).toMatchObject([{ ruleId: 'id-number', certain: false }]);
  expect(lint('マイナンバーは1234 5678 9018')).toMatchObject([{ ruleId: 'id-number', certain: true }]);
});

test.each([
  ['基礎年金番号 1234-567890', '1234-567890'],
  ['免許証番号　０１２３４５６７８９００', '０１２３４５６７８９００'],
  ['在留カード AB12345678CD', 'AB12345678CD'],
  ['旅券番号：TR1234567', 'TR1234567'],
  ['雇用保険被保険者番号 5012-345678-9', '5012-345678-9'],
  ['手帳番号 第045678号', '第045678号'],
  ['保険証の記号・番号は456-789012', '456-789012'],
])('finds the number in 「%s」', (text, number) => {
  expect(find(text)).toEqual([number]);
});

test('leaves grades, counts and the numbers of organizations', () => {
  expect(find('手帳は2級、被保険者は12345人、法人番号1430005999999')).toEqual([]);
});

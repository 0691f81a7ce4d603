import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('bank-account', text);

test.each([
  ['みずうみ銀行 本町支店 普通 0456789', '0456789'],
  ['（普）２２３３４４５', '２２３３４４５'],
  ['当座0011223', '0011223'],
  ['ゆうちょ 記号19050 番号12345671', '19050 番号12345671'],
])('finds the digits in 「%s」', (text, digits) => {
  expect(find(text)).toEqual([digits]);
});

test('leaves a bank without a number and sums of money', () => {
  expect(find('口座は北はまなす信金です。普通 1234567円')).toEqual([]);
});

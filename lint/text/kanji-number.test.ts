import { expect, test } from 'vitest';
import { numberOf } from './kanji-number.ts';

test.each([
  ['43', 43],
  ['六十七', 67],
  ['十', 10],
  ['元', 1],
  ['1万1,620', 11_620],
  ['十一万三千四百二十', 113_420],
  ['二〇二四', 2024],
])('%s is %d', (numeral, number) => {
  expect(numberOf(numeral)).toBe(number);
});

test('a word is no number', () => {
  expect(numberOf('数十')).toBeNaN();
});

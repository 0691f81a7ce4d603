import { expect, test } from 'vitest';
import { typedNumber } from './typed-number.ts';

test.each([
  ['９', '9'],
  ['第12回', '12'],
  ['６０名', '60'],
  [' 3 年', '3'],
  ['', ''],
  ['七', '七'],
  ['3-5', '3-5'],
  ['-3', '-3'],
])('%j is %j', (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('postal-code', text);

test('finds a code by its mark, its label or its shape', () => {
  expect(find('〒047-0034')).toEqual(['047-0034']);
  expect(find('郵便番号0470034')).toEqual(['0470034']);
  expect(find('047-0034 小樽市緑')).toEqual(['047-0034']);
});

test('leaves other numbers of the same shape', () => {
  expect(find('ケース番号 123-4567、受付123-4567、0123-45-6789')).toEqual([]);
});

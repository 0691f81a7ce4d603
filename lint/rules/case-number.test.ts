import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('case-number', text);

test.each([
  'ケース番号 2023-0417',
  '受付番号：R6-0158',
  '整理番号 H31-0076',
  'ケースNo.3-118',
  '受付2024-1109-02',
])('finds the number in 「%s」', (text) => {
  expect(find(text)).toEqual([text.replace(/^.*?(?=[A-Z]?[0-9])/, '')]);
});

test('leaves opening hours, counts and the numbers of notices', () => {
  expect(find('受付10:00-16:00、受付152件、社援発0727第2号、認定第12-034号')).toEqual([]);
});

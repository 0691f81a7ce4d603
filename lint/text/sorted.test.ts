import { expect, test } from 'vitest';
import { firstWithin } from './sorted.ts';

const SPANS = [
  { start: 2, end: 4 },
  { start: 7, end: 9 },
  { start: 12, end: 20 },
];

test('the first span within bounds is found', () => {
  expect(firstWithin(SPANS, 0, 30)).toBe(SPANS[0]);
  expect(firstWithin(SPANS, 3, 9)).toBe(SPANS[1]);
  expect(firstWithin(SPANS, 12, 20)).toBe(SPANS[2]);
});

test('none that reaches out of them', () => {
  expect(firstWithin(SPANS, 3, 8)).toBeUndefined();
  expect(firstWithin(SPANS, 13, 30)).toBeUndefined();
  expect(firstWithin([], 0, 9)).toBeUndefined();
});

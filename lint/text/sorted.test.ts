import { expect, test } from 'vitest';
import { allWithin, firstWithin } from './sorted.ts';

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

test('so are all within them', () => {
  expect(allWithin(SPANS, 2, 19)).toEqual(SPANS.slice(0, 2));
  expect(allWithin(SPANS, 3, 20)).toEqual(SPANS.slice(1));
  expect(allWithin(SPANS, 21, 30)).toEqual([]);
});

test('none that reaches out of them', () => {
  expect(firstWithin(SPANS, 3, 8)).toBeUndefined();
  expect(firstWithin(SPANS, 13, 30)).toBeUndefined();
  expect(firstWithin([], 0, 9)).toBeUndefined();
});

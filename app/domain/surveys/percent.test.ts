import { expect, test } from 'vitest';
import { percentOf } from './percent.ts';

test('a share has one decimal, as the report of 2021 printed it', () => {
  expect([13, 20, 3].map((part) => percentOf(part, 36))).toEqual(['36.1', '55.6', '8.3']);
  expect([22, 17].map((part) => percentOf(part, 35))).toEqual(['62.9', '48.6']);
  expect(percentOf(29, 36)).toBe('80.6');
});

test('halves go up, all is 100.0 and none is 0.0', () => {
  expect(percentOf(1, 16)).toBe('6.3');
  expect(percentOf(1, 2000)).toBe('0.1');
  expect(percentOf(7, 7)).toBe('100.0');
  expect(percentOf(0, 7)).toBe('0.0');
});

test('of nobody there is no share', () => {
  expect(percentOf(0, 0)).toBe('–');
});

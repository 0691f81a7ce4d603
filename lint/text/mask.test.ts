import { expect, test } from 'vitest';
import { Mask } from './mask.ts';

test('a span is free until something of it is taken', () => {
  const mask = new Mask(10, [{ start: 2, end: 4 }]);
  expect(mask.isFree({ start: 0, end: 2 })).toBe(true);
  expect(mask.isFree({ start: 3, end: 6 })).toBe(false);
  mask.take({ start: 0, end: 1 });
  expect(mask.isFree({ start: 0, end: 2 })).toBe(false);
});

import { expect, test } from 'vitest';
import { after, around, before } from './context.ts';

const text = '前の文。母は室蘭に住む\n次の行';
const at = text.indexOf('室蘭');

test('context ends where the sentence or the line does', () => {
  expect(before(text, at, 20)).toBe('母は');
  expect(after(text, at + 2, 20)).toBe('に住む');
  expect(around(text, at, at + 2)).toBe('母は室蘭に住む');
});

test('context is no longer than asked for', () => {
  expect(before(text, at, 1)).toBe('は');
  expect(after(text, at + 2, 1)).toBe('に');
});

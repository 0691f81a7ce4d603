import { expect, test } from 'vitest';
import { packWords, unpackWords } from './pack.ts';

test('words come back as they were packed', () => {
  const words = ['森', '森田', '森川', '森之宮', '勅使河原', '佐藤', 'まー'];
  expect(unpackWords(packWords(words))).toEqual(new Set(words));
});

test('no words come back from none', () => {
  expect(unpackWords(packWords([]))).toEqual(new Set());
});

import { expect, test } from 'vitest';
import { aboutPeople } from './words.ts';

test.each([
  [0.2, '1人いるかどうか'],
  [1.2, '1人ほど'],
  [7.4, '約7人'],
  [15.5, '約16人'],
  [56, '約60人'],
  [518, '約520人'],
  [9999, '約10000人'],
  [13_890, '約1万人'],
])('%d people are %s', (people, words) => {
  expect(aboutPeople(people)).toBe(words);
});

import { expect, test } from 'vitest';
import { yearsOf } from './ages.ts';

test.each([
  ['43歳', 43, 43],
  ['四十三歳', 43, 43],
  ['3歳6か月', 3, 3],
  ['79', 79, 79],
  ['40代', 40, 49],
  ['40代後半', 45, 49],
  ['10代後半', 16, 19],
  ['90代以上', 90, 104],
  ['小3', 8, 8],
  ['小学一年', 6, 6],
  ['中学2年生', 13, 13],
  ['高3', 17, 17],
  ['中学生', 12, 14],
  ['就学前', 0, 6],
])('%s is from %i to %i years', (words, from, until) => {
  expect(yearsOf(words)).toEqual({ from, until });
});

test('who is born in a year is as old as the census of 2020 counted them', () => {
  expect(yearsOf('昭和55年')).toEqual({ from: 40, until: 40 });
  expect(yearsOf('1980年')).toEqual({ from: 40, until: 40 });
  expect(yearsOf('1980年代')).toEqual({ from: 31, until: 40 });
  expect(yearsOf('令和5年')).toEqual({ from: 0, until: 0 });
});

test('other words are no age', () => {
  expect([yearsOf('3年2組'), yearsOf('在学中')]).toEqual([undefined, undefined]);
});

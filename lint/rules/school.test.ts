import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('school', text);

test('finds a named school of a child, without the words before it', () => {
  expect(find('長女は函館みさき台高校の定時制')).toEqual(['函館みさき台高校']);
  expect(find('光が道央台高校を2年で中退した。本人は元気')).toEqual(['道央台高校']);
});

test('leaves kinds of schools and those where somebody teaches', () => {
  expect(find('息子は市内の高校を中退。中学生にも専門学校を勧めた')).toEqual([]);
  expect(find('講師は北海大学の教授')).toEqual([]);
});

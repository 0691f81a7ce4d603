import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('case-number', text, { tagger });

test.each([['受付 0312 佐藤さん', ['0312']]])('a number of a case: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'うちは受付312、プラン128、終わった件が61',
  '受付番号の書き方',
  '相談受付 152、同行 48、延べ人数です',
])('what is counted: %s', (text) => {
  expect(found(text)).toEqual([]);
});

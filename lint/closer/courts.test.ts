import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('case-number', text, { tagger });

test.each([
  ['本人の破産は令和5年（フ）第2210号です', ['令和5年（フ）第2210号']],
  ['妻の調停の番号はR6（家イ）813', ['R6（家イ）813']],
  ['母への明渡しの訴えは令和七年（ワ）第６６号', ['令和七年（ワ）第６６号']],
])('a number of a court: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '本人に伝える。最高裁判決は平成15年（オ）第166号',
  '（ワ）は民事の訴え、（フ）は破産を表す',
  '本人の順番は（イ）3番目',
])('others: %s', (text) => {
  expect(found(text)).toEqual([]);
});

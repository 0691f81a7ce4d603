import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('place', text, { tagger });

test.each([
  ['お父さんから、北郷に引っ越すと聞いた。母は仕事', ['北郷']],
  ['本人は来春、川沿に転居する', ['川沿']],
  ['夫は屯田町へ移り住んだ', ['屯田町']],
  ['佐藤さんは宮前に引っ越した', ['宮前']],
  ['妹は山鼻へ引越すそうです。本人は残る', ['山鼻']],
])('quarters that somebody moves to: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '本人は施設に転居した',
  '母は市営住宅に引っ越した',
  '本人は県外へ引っ越す',
  '佐藤さんは急に引っ越した',
  '本人は来月に転居する',
])('where to, but not which: %s', (text) => {
  expect(found(text)).toEqual([]);
});

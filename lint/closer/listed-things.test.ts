import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
test.each([
  ['person-name', '検査の名前：ベンダー、ベントン、ウェクスラー'],
  ['employer', 'メーカーの例：大塚製薬、小林製薬、武田薬品'],
  ['person-name', '用語：ロジャーズ、マズロー、フロイト'],
])('what a line lists: %s: %s', (rule, text) => {
  expect(passages(rule, text, { tagger })).toEqual([]);
});

test('but people are people', () => {
  expect(passages('person-name', '団体の代表：佐藤さん、鈴木さん', { tagger })).toEqual(['佐藤', '鈴木']);
});

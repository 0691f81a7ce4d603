import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['・キム・ユナ　学費の相談\n・佐々木　家計表\n・Minh　学生寮の門限', ['キム・ユナ', '佐々木', 'Minh']],
  ['１　岡田さん　滞納の分割\n２　菊池さん　転居\n３　椿　養育費が止まる', ['岡田', '菊池', '椿']],
  ['・青木さん：欠席\n・石川：家計表を持参\n・ジョンさん：初参加', ['青木', '石川', 'ジョン']],
  ['来たのは青木さん、渚、ジョンさん、みさきさん、達也', ['青木', '渚', 'ジョン', 'みさき', '達也']],
])('among names: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ['・佐藤さん：欠席\n・鈴木さん：来所\n・次回：来月\n・連絡網：更新', ['佐藤', '鈴木']],
  ['・方針：就労へ\n・助言：家計表\n・次回：来月', []],
])('what is no name stays none: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

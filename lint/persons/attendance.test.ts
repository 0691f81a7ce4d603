import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['欠席連絡：ゆづき（かぜ）、そうすけ（法事）、タミン（仕事）', ['ゆづき', 'そうすけ', 'タミン']],
  ['来た人：ゆうき、まなみ、小笠原くん、ほか3名', ['ゆうき', 'まなみ', '小笠原']],
  ['・見学：滝本、サユリ、ゆきえ', ['滝本', 'サユリ', 'ゆきえ']],
  ['本日の利用 大翔、結菜、蓮', ['大翔', '結菜', '蓮']],
  ['送迎：こはる、ひなた（15時）', ['こはる', 'ひなた']],
])('who came and who did not: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '参加：社協、包括、役場',
  '出席者：相談員、保健師、民生委員',
  '見学：光、音、匂いに注意',
  '欠席：2名、遅刻1名',
  '参加：札幌、小樽、江別',
  '利用：デイ、ショート、ヘルパー',
])('a line of something else: %s', (text) => {
  expect(found(text)).toEqual([]);
});

import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('case-number', text, { tagger });

test.each([
  ['引き継ぎ\nK-0412 鴨志田 月1の電話\nK-0419 我妻 返済中', ['K-0412', 'K-0419']],
  ['・R6-031 佐藤さん 初回\n・R6-044 グエン・ヴァン・ナム 継続', ['R6-031', 'R6-044']],
  ['No.118 小野寺 和幸 面談', ['No.118']],
  ['「保坂_R5-第219号_プラン.docx」を消した', ['R5-第219号']],
  ['佐々木_K0412.xlsx が残っていた', ['K0412']],
])('numbers beside those whose they are: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'A-101 会議室\nA-102 相談室',
  'B-1203 工具箱、佐藤さんへ返す',
  'R5-0327 通知の写し',
  '佐藤さんへ 報告書_20240601.docx',
  'A-10-10-10 家計改善',
])('other codes: %s', (text) => {
  expect(found(text)).toEqual([]);
});

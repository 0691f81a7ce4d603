import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['K-0412 鴨志田 月1の電話\nK-0419 我妻 返済中', ['鴨志田', '我妻']],
  ['差出人は「九十九番地 村営住宅3号棟 日向寺 稔」です', ['日向寺 稔']],
  ['保険証の番号 0001234567 真狩 トキ」が落ちていた', ['真狩 トキ']],
  ['水筒に「くどう いつき 011(000)9021」とある', ['くどう いつき']],
  ['1) 外崎世帯 再プラン\n2) 粟野 初回。転入', ['外崎', '粟野']],
  ['・（継）石倉 家計表\n・（新）上原 聞き取り', ['石倉', '上原']],
])('names beside numbers: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'A-101 会議室\nA-102 相談室',
  '2) 保健所 初回',
  '3号棟 相談 窓口',
  '3) 中央 新規',
  '・（新）窓口 開設',
  '1) 支援会議 初回\n2) その他 新規',
  'くらし サポート 011(000)9021',
])('numbers beside nobody: %s', (text) => {
  expect(found(text)).toEqual([]);
});

import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('employer', text, { tagger });

test.each([
  ['本人の派遣元は道央スタッフリンク、現場は工場', ['道央スタッフリンク']],
  ['内定が取り消し。会社は石狩ロジパーク。本人は困っている', ['石狩ロジパーク']],
  ['父は士別ウッドワークス、夜は居酒屋を手伝う', ['士別ウッドワークス']],
  ['本人は天北ミルク販売に勤めていた', ['天北ミルク販売']],
  ['佐藤さんは若い頃は北炭機械サービスで溶接をしていた', ['北炭機械サービス']],
  ['佐藤さんは第八サロマ丸に乗っていた', ['第八サロマ丸']],
  ['佐藤さんの母はスーパーほくほく本通店の早番', ['スーパーほくほく本通店']],
])('companies that the words around them tell: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '本人の会社は人手不足、休めない',
  '母の職場はパワハラ体質。',
  '会社はブラック企業。本人は辞めたい',
  '店はコンビニ、夜勤',
  '父は運転手、夜は居酒屋',
  '本人は介護サービスで事務をしていた',
  '母は大型スーパーに勤めている',
  '本人は日の丸に手を振った',
  '職場はシフト制。本人は朝が苦手',
  '本人の会社はエアコン修理、母は無職',
])('work without a name: %s', (text) => {
  expect(found(text)).toEqual([]);
});

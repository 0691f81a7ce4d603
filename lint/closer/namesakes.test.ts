import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['ミラーさんとロルニックさんが来所', ['ミラー', 'ロルニック']],
  ['石橋さんを訪ねた', ['石橋']],
  ['長女のアンナの検査の結果', ['アンナ']],
  ['夫のハミルトンの検査が済んだ', ['ハミルトン']],
  ['関さんの山の家', ['関']],
  ['HONDAさんが来所', ['HONDA']],
  ['三井さんの再配達を頼みました', ['三井']],
  ['丸山様より食パン', ['丸山']],
  ['佐川さんの荷物', ['佐川']],
  ['すみれさんは公園にいた', ['すみれ']],
  ['佐藤さんの集荷は午後です', ['佐藤']],
  ['大黒さんの母から電話', ['大黒']],
  ['名札に HONDA と書いてありました', ['HONDA']],
])('people who stand there themselves: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'ハミルトンの尺度を使う',
  'ミラーとロルニックの動機づけ面接を学ぶ',
  'エリクソンの発達段階で考える',
  '元夫はTelegramの通知を見ている',
  '石橋を叩いて渡るくらいでよい',
  'HONDA と書いた',
  'クロネコさんの再配達は19時以降です',
  'すみれ公園の炊き出し',
  'ヤマトさんや佐川さんの仕分け',
  '泉のように湧くお金はない',
  '「望月」は満月のこと',
  'まるふじ様より食パン60斤',
  'くまさか内科でワーファリンを処方',
  'ふりがなはカタカナで書きます',
  '弥生（三月）は転入が多い',
  '弁天様、えびす様、大黒様が並ぶ額',
  'おいなりさんの祠',
  'バイクには「HONDA」と書いてありました',
])('a work, a service, a saying: %s', (text) => {
  expect(found(text)).toEqual([]);
});

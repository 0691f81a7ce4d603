import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const places = (text: string) => passages('place', text, { tagger });
const names = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['本人は江丹別の団地から来月出る', ['江丹別']],
  ['70歳の男性、以前は台東区の簡宿にいた', ['台東区']],
  ['夫は池袋の路上で声をかけられた', ['池袋']],
  ['娘は恵み野に住んでいる', ['恵み野']],
  ['本人との待ち合わせは北34条駅の2番出口', ['北34条駅']],
])('where somebody is: %s', (text, expected) => {
  expect(places(text)).toEqual(expected);
});

test.each(['本人は永山の大家さんに断られた', '妹は町田から来た人に相談した', '長男は豊岡のアパートで暮らす'])(
  'a quarter is nobody: %s',
  (text) => {
    expect(names(text)).toEqual([]);
  },
);

test('somebody of such a name stays one', () => {
  expect(names('永山さんが来所。永山は足が痛いと言う')).toEqual(['永山', '永山']);
});

test.each(['山の手線は動いている', '新宿で始まった取り組み', '板橋方式の家計表'])('others: %s', (text) => {
  expect(places(text)).toEqual([]);
});

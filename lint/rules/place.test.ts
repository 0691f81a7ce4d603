import { expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { passages } from '../testing.ts';

const find = (text: string) => passages('place', text);

test.each([
  ['本人は余市町に住む', '余市町'],
  ['母は室蘭なので通うのは難しい', '室蘭'],
  ['本人は岩見沢市から転入', '岩見沢市'],
  ['本人は琴似駅の近くで寝泊まり', '琴似駅'],
  ['夫の本籍は森町。', '森町'],
  ['息子は東京にいる', '東京'],
  ['本人は札幌市東区に住んでいる', '札幌市東区'],
  ['佐藤さんは白老からバスで往復', '白老'],
  ['佐藤さんが駅で。いま手稲駅、改札の前', '手稲駅'],
])('finds where a client lives or stays: %s', (text, name) => {
  expect(find(text)).toEqual([name]);
});

test.each([
  '小樽市では家計改善を始めた。本人の同意が要る',
  '旭川市や釧路市の様子も聞きたい',
  '管内の窓口：岩見沢市、三笠市、美唄市',
  '日高、宗谷、根室は振興局が広い',
  '北海道の最低賃金',
  '白老からバスで往復1時間。本人の同意が要る',
])('leaves municipalities as such: %s', (text) => {
  expect(find(text)).toEqual([]);
});

test('says so where few people live', () => {
  const [small] = lint('本人は東川町に住む');
  const [large] = lint('本人は旭川市に住む');
  expect(small?.message).toContain('人口の少ない町');
  expect(large?.message).not.toContain('人口の少ない町');
});

test('knows a member by a family name that is a place too', () => {
  const options = { profile: 'profile', authorName: '木村' } as const;
  const introduction = '木村から来ました。家族が三人います';
  expect(passages('place', introduction, { profile: 'profile' })).toEqual(['木村']);
  expect(passages('place', introduction, options)).toEqual([]);
});

import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('exact-date', text);

test.each([
  ['本人は5月12日に転入', '5月12日'],
  ['佐藤さん、4/15に自宅訪問', '4/15'],
  ['本人は令和六年十月二十一日に来所', '令和六年十月二十一日'],
  ['夫が2024-07-02に家を出た', '2024-07-02'],
  ['15日の健診は祖母が付き添う。本人は元気', '15日'],
  ['佐藤さん、次は3月13日、一緒に書く', '3月13日'],
])('finds the day in 「%s」', (text, day) => {
  expect(find(text)).toEqual([day]);
});

test.each([
  '年末年始（12月29日から1月3日まで）の閉庁',
  '平成27年7月27日付け社援発0727第2号',
  '次回は10月18日（金）10:00から',
  '申込みは10月31日締切です。本人の同意が要ります',
  '週2日の作業に通う。本人は元気',
])('leaves the days of programmes: %s', (text) => {
  expect(find(text)).toEqual([]);
});

import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('vehicle-number', text);

test.each([
  '札幌 501 さ 12-34',
  '函館３００す５−４３',
  '旭川 580 た 98-76',
  '苫小牧 502 ひ 7-15',
  '帯広33ま・・・5',
])('finds the plate %s', (plate) => {
  expect(find(`車は${' '}${plate}です`)).toEqual([plate]);
});

test('leaves sums and times', () => {
  expect(find('札幌 501 と 12時34分、令和5年度は480件の12-34')).toEqual([]);
});

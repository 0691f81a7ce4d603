import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('street-address', text);

test.each([
  '北24条西5丁目1-25',
  '緑2-15-1 コーポ緑202号',
  '永山3条12丁目1-5',
  '字大中山九百番地九',
  '藻岩下九条2丁目\n7-31 もいわ荘102',
  'しらかば町9-99-3',
])('finds an address down to the house: %s', (address) => {
  expect(find(`札幌市南区${address}`)).toEqual([address]);
});

test('begins after the municipality, which is a place of its own', () => {
  expect(find('住所は旭川市永山3条12丁目1-5です')).toEqual(['永山3条12丁目1-5']);
});

test('leaves the articles of a law, numbered headings and a station of the grid', () => {
  expect(find('要領第3条の2-1\n2-1 プラン案\n北24条駅の北口\n様式1-1')).toEqual([]);
});

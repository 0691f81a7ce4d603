import { expect, test } from 'vitest';
import { Mask } from '../text/mask.ts';
import { findPlaces } from './find.ts';

const places = (text: string) =>
  findPlaces(text, new Mask(text.length)).map(({ start, end, wider }) => [text.slice(start, end), wider]);

test('a place leads to the area that says less', () => {
  expect(places('東川町と岩見沢と白石区と仙台')).toEqual([
    ['東川町', '上川管内の町'],
    ['岩見沢', '空知管内の市'],
    ['白石区', '札幌市内'],
    ['仙台', '道外'],
  ]);
});

test('a ward goes with its city, a station with its town', () => {
  expect(places('札幌市東区')).toEqual([['札幌市東区', '札幌市内']]);
  expect(places('琴似駅の近く').map(([name]) => name)).toEqual(['琴似駅']);
});

test('a piece of a longer word is no place', () => {
  expect(places('石狩川、日高山脈、千葉真一、市町村、最寄り駅、北海道民、ベトナム語')).toEqual([]);
});

test('a place inside the name of an institution is part of it', () => {
  const text = '小樽市社会福祉協議会';
  expect(findPlaces(text, new Mask(text.length, [{ start: 0, end: text.length }]))).toEqual([]);
  expect(findPlaces(text, new Mask(text.length)).length).toBeGreaterThan(0);
});

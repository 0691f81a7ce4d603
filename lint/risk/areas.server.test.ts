import { expect, test } from 'vitest';
import { areaNamed, peopleOf, widerAreas } from './areas.server.ts';

const people = (name: string) => peopleOf(areaNamed(name));

test('municipalities, wards and groups of municipalities have their people', () => {
  expect(people('道内')).toBe(5_224_614);
  expect(people('札幌市')).toBe(1_973_395);
  expect(people('札幌市内')).toBe(people('札幌市'));
  expect(people('札幌市東区')).toBe(people('東区'));
  expect(people('空知管内')).toBe(281_964);
  expect(people('空知管内の町村')).toBe(65_614);
  expect(people('空知管内の市') + people('空知管内の町村')).toBe(people('空知管内'));
});

test('a quarter has at most the people of its municipality; a town is known without its kind', () => {
  expect(areaNamed('江別市大麻')).toBe(areaNamed('江別市'));
  expect(areaNamed('岩見沢')).toBe(areaNamed('岩見沢市'));
  expect(areaNamed('森')).toBeUndefined();
});

test('what is not in Hokkaido has no people here', () => {
  expect([areaNamed('仙台市'), areaNamed('琴似駅'), areaNamed('日高管内の市')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a place leads to ever wider areas, past those that would name it again', () => {
  expect(widerAreas('音威子府村')).toEqual(['上川管内の村', '上川管内の町村', '上川管内', '道内']);
  // 新篠津村 is the only village of 石狩, 小樽市 the only city of 後志.
  expect(widerAreas('新篠津村')).toEqual(['石狩管内の町村', '石狩管内', '道内']);
  expect(widerAreas('小樽市')).toEqual(['後志管内', '道内']);
  expect(widerAreas('札幌市東区')).toEqual(['札幌市内', '石狩管内の市', '道内']);
  expect(widerAreas('上川管内の町')).toEqual(['上川管内の町村', '上川管内', '道内']);
  expect(widerAreas('道内')).toEqual([]);
});

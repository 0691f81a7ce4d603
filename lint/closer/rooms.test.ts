import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const addressesIn = (text: string) => passages('street-address', text, { tagger });

describe('where somebody lives', () => {
  test.each([
    ['佐藤さんはコーポさくら203に住む', 'コーポさくら203'],
    ['佐藤さんは第2北斗荘5号室に住んでいます', '第2北斗荘5号室'],
    ['佐藤さんの部屋は北光団地3号棟402', '北光団地3号棟402'],
    ['佐藤さんの住まいは豊平3-4-5-12-301', '豊平3-4-5-12-301'],
    ['佐藤さんの住所：北24西5-1-25', '北24西5-1-25'],
    ['佐藤さんの住所：市営住宅3号棟405号', '市営住宅3号棟405号'],
    ['佐藤さんの家は〒088-2399 字虹別原野88線東4番地です', '字虹別原野88線東4番地'],
  ])('%s', (text, address) => {
    expect(addressesIn(text)).toEqual([address]);
  });
});

test.each([
  '佐藤さんは道営住宅108戸の団地、市営住宅3棟に応募',
  '佐藤さんは第2北斗荘の2階に住む',
  '佐藤さんの家賃はアパート3万円、団地120世帯',
  '佐藤さんはマンション2025年築に入居',
  '佐藤さんの家へは中央線3号車で行く',
])('others: %s', (text) => {
  expect(addressesIn(text)).toEqual([]);
});

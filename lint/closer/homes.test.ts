import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('care-facility', text, { tagger });

test.each([
  ['居所：ともしび（グループホーム）　本人は八月から', ['ともしび']],
  ['本人は自立援助ホームのステップ宙を見学した', ['ステップ宙']],
  ['妹が通う「あおぞら舎」での作業が続かない', ['あおぞら舎']],
  ['施設は光陽学園、本人は十八で出た', ['光陽学園']],
])('by what sort it is: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '本人の入居先（グループホーム）は未定',
  '母は特養のスタッフに通院を頼む',
  '本人が通う「定時制高校」での話',
])('without a name: %s', (text) => {
  expect(found(text)).toEqual([]);
});

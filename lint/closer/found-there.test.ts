import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
// A message of a phone, in which nothing else tells of a client.
const found = (text: string) => passages('place', text, { tagger, profile: 'chat' });

test.each([
  ['平岸のセコマ前で保護', ['平岸']],
  ['麻生のネカフェから電話です', ['麻生']],
])('where somebody was found or rings from: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each(['平岸の相談窓口で保護の申請', '麻生の支援センターから電話です'])('of an office: %s', (text) => {
  expect(found(text)).toEqual([]);
});

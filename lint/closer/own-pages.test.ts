import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('profile-url', text, { tagger });

test.each([
  ['本人のブログを見つけた→ https://hitorigoto.example.net/diary', ['https://hitorigoto.example.net/diary']],
  ['娘のネットショップ（https://minne.com/@hana-nuno）', ['https://minne.com/@hana-nuno']],
])('of one’s own: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '本人に渡した資料：https://www.example.org/guide/2026',
  '本人も使える研修の申込 https://sites.google.com/view/kenshu',
])('of everybody: %s', (text) => {
  expect(found(text)).toEqual([]);
});

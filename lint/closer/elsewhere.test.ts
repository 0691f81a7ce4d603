import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('place', text, { tagger });

test.each([
  ['本人は長崎県の出身', ['長崎県']],
  ['山口県から転入した方', ['山口県']],
  ['実家は岡崎市、資料は郵送', ['岡崎市']],
  ['母は大阪府に住んでいて、制度を知らない', ['大阪府']],
  ['千葉市から避難してきた方の資料', ['千葉市']],
])('places that somebody comes from: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '長崎県や山口県の町村のように広域でまとめる例がほしい。',
  '岡崎市と宮崎市のパンフレットは持っています。',
  '済世顧問制度は岡山県で始まった。',
  '大和市の居場所づくりの冊子をください。',
  '滋賀県の条例を読みくらべています。',
])('places that are spoken of for what is done there: %s', (text) => {
  expect(found(text)).toEqual([]);
});

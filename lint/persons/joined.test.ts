import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['元夫のダニエル・篠原が来た', ['ダニエル・篠原']],
  ['四ツ谷さんの封筒', ['四ツ谷']],
  ['〒079-8499と三ツ橋さんの名前', ['三ツ橋']],
  ['大分 修さん（44歳）の手帳', ['大分 修']],
  ['お名前　　ガルシア　松井　カルロス\n国籍　ペルー', ['ガルシア　松井　カルロス']],
])('one name of two scripts: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([['佐藤・リンの2名が来た', ['佐藤', 'リン']]])('others: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

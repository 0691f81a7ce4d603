import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('id-number', text, { tagger });

test.each([
  ['布施さんの、番号 400123456780 まで丸見え', ['400123456780']],
  ['佐藤さんの免許は番号4001 2345 6780でした', ['4001 2345 6780']],
  ['本人の番号は「400123456780」', ['400123456780']],
  ['母の写し、番号:400123456780', ['400123456780']],
  ['鈴木さんから番号が400123456780と聞いた', ['400123456780']],
  ['手帳の再発行は申請書だけです。番号（第0071152号）は控え', ['第0071152号']],
])('twelve digits called a number: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '佐藤さんに送った荷物の伝票番号 400123456780',
  '番号 400123456780 の部品を頼む',
  '佐藤さんの番号札 40',
  '佐藤さんの追跡番号 4001-2345-6780',
  'お問い合わせ番号 400123456780 は佐藤さん宛',
  '要綱の番号 第0071152号',
])('other numbers: %s', (text) => {
  expect(found(text)).toEqual([]);
});

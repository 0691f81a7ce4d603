import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('exact-date', text, { tagger });

test.each([
  ['本人は腰を痛めて退職、5月15日付', ['5月15日']],
  ['本人の診断書は6月3日付で、立ち仕事は控える', ['6月3日']],
  ['12/24の夜、佐藤さんの夫が倒れた', ['12/24']],
  ['本人は社宅を翌月15日までに明け渡す', ['翌月15日']],
  ['佐藤さんあての督促状は9月2日付', ['9月2日']],
])('dates of a client: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '厚労省の通知は3月30日付です',
  '要綱は令和5年4月1日付で改正',
  '請求は翌月10日までに',
  '本人の携帯に1日に何度も督促が来る',
  '原則14日以内、遅くとも30日です',
])('dates of nobody: %s', (text) => {
  expect(found(text)).toEqual([]);
});

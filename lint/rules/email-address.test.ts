import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('email-address', text);

test.each([
  'taro.s@example.jp',
  'taro.s＠example.jp',
  'taro.s[at]example.jp',
  'taro.s(at)example.jp',
  'taro.s アットマーク example.jp',
  'taro.s あっと example.jp',
  'taro.s@example[dot]jp',
])('finds an address, obfuscated or not: %s', (mail) => {
  expect(find(`返事は${mail}へ`)).toEqual([mail]);
});

test('leaves the post box of an office', () => {
  expect(find('info@example.or.jp か fukushi@city.example.lg.jp へ')).toEqual([]);
});

import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('profile-url', text);

test.each([
  'https://www.facebook.com/taro.sato.5',
  'https://x.com/yuki_31',
  'instagram.com/yukiko.n',
  'https://ameblo.jp/snowflake-mama/',
  'https://www.tiktok.com/@sunita',
])('finds the page %s', (url) => {
  expect(find(`本人のページ（${url}）です`)).toEqual([url]);
});

test('leaves the pages of organizations, and videos', () => {
  expect(
    find('https://navi.example.org/ と https://youtu.be/abc123 と https://www.city.otaru.lg.jp/'),
  ).toEqual([]);
});

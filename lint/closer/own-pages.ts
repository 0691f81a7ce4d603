import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const URL =
  /https?:\/\/[A-Za-z0-9_.@%/?=&#~:-]{6,120}|(?<![A-Za-z0-9.@/-])(?:[a-z0-9-]{2,30}\.){1,3}(?:com|net|org|jp|me|link|page|site|shop|io)\/[A-Za-z0-9_.@%/?=&#~-]{2,80}/g;
// 本人のHP: whose page it is.
const WHOSE =
  /(?:本人|彼女?|さん|くん|ちゃん|氏|夫|妻|息子|娘|長男|長女|次男|次女|母|父|姉|兄|弟|妹)の(?:HP|ホームページ|サイト|ブログ|ページ|プロフィール|プロフ|ネットショップ|ショップ|チャンネル|配信|作品|個展|ポートフォリオ|アカウント)[^。\n]{0,24}$/;
// Sites where each has a page of their own.
const PERSONAL =
  /(?:sites\.google\.com\/view|pixiv\.net\/users|minne\.com\/@|creema\.jp\/c\/|suzuri\.jp\/|xfolio\.jp\/|profcard\.info|skeb\.jp\/@|mercari\.com\/user|paypayfleamarket\.|showroom-live\.com\/|mirrativ\.com\/user|spoonme\.|jp\.mercari\.com\/user|fantia\.jp|ci-en\.|fanbox\.cc\/@|twitch\.tv\/|soundcloud\.com\/|github\.com\/|wear\.jp\/|cookpad\.com\/(?:jp\/)?users|yamap\.com\/users|strava\.com\/athletes|tinder\.com\/@|pairs\.|snapchat\.com\/add|discord(?:app)?\.com\/users|discord\.gg\/|telegram\.me\/)/i;
const OFFICIAL = /公式|法人|団体|センター|事務局|広報|資料|様式|フォーム|申込|研修/;

/** Pages that are somebody's own, by the words before them or by the site. */
export const ownPages: Look = {
  rule: 'profile-url',
  find: ({ text, aboutClient }) =>
    !aboutClient || !/https?:|\.[a-z]{2,4}\//.test(text)
      ? []
      : matchAll(text, URL)
          .filter(({ start, text: url }) => {
            const left = text.slice(Math.max(0, start - 40), start);
            return WHOSE.test(left) || (PERSONAL.test(url) && !OFFICIAL.test(left));
          })
          .map(({ start, end }) => ({
            start,
            end,
            weight: 7,
            suggestions: [{ replacement: '（個人のページ）', label: '（個人のページ）' }],
          })),
};

import type { Rule } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';

const SITES =
  '(?:(?:[a-z-]{2,10}\\.)?facebook\\.com|fb\\.com|fb\\.me|x\\.com|twitter\\.com|(?:www\\.)?instagram\\.com|(?:www\\.)?tiktok\\.com|(?:www\\.)?threads\\.(?:net|com)|ameblo\\.jp|note\\.com|line\\.me|lin\\.ee|t\\.me|lit\\.link|linktr\\.ee|(?:www\\.)?youtube\\.com(?=/@|/channel/|/c/|/user/)|[a-z0-9-]{3,30}\\.hatenablog\\.com|[a-z0-9-]{3,30}\\.fc2\\.com|(?:www\\.)?linkedin\\.com/in|mixi\\.jp|peing\\.net|marshmallow-qa\\.com|twitcasting\\.tv|17\\.live|pococha\\.com|wa\\.me|m\\.me|bsky\\.app/profile|[a-z0-9.-]{4,40}/(?:users?|u|profile|members?)(?=/[a-z0-9]))';
const PAGE = new RegExp(
  `(?<![A-Za-z0-9.@/-])(?:https?://)?(?:www\\.|m\\.)?${SITES}(?:/[A-Za-z0-9_.@%/?=&#~-]{1,100})?`,
  'gi',
);
const NOT_A_PERSON = /\/(?:p|reel|status|watch|events|groups|hashtag|search|share|explore)(?:[/?]|$)/i;
const OFFICIAL =
  /(?:公式|当法人|法人の|団体の|センターの|市の|町の|道の|事務局の|広報|キャンペーン)[^。\n]{0,20}$/;

export const profileUrl: Rule = {
  id: 'profile-url',
  severity: 'error',
  title: '個人のページ',
  message: '個人のページです。開けば、だれのことか分かります。',
  find: ({ text }) =>
    matchAll(text, PAGE)
      .filter(
        ({ start, text: url }) =>
          /\/.*[/@]?[A-Za-z0-9]/.test(url.replace(/^https?:\/\//, '')) &&
          !NOT_A_PERSON.test(url) &&
          !OFFICIAL.test(before(text, start, 30)),
      )
      .map(({ start, end }) => ({
        start,
        end,
        weight: 7,
        suggestions: [{ replacement: '（個人のページ）', label: '（個人のページ）' }],
      })),
  examples: {
    flagged: [
      {
        text: '本人は https://www.facebook.com/taro.sato.5 です',
        hit: 'https://www.facebook.com/taro.sato.5',
        suggestion: '（個人のページ）',
      },
      {
        text: 'インスタ（instagram.com/yukiko.n）も',
        hit: 'instagram.com/yukiko.n',
        suggestion: '個人のページ',
      },
    ],
    clean: ['動画：https://youtu.be/abc123DEF45', '支援情報ナビ：https://navi.example.org/hokkaido/'],
  },
};

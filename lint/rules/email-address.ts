import type { Rule } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';

const AT =
  '(?: ?@ ?| ?[\\[({<【〔](?:at?|アット(?:マーク)?|あっと|@)[\\])}>】〕] ?|[★☆●◎■]| ?(?:アット(?:マーク)?|あっと) ?| at (?=[A-Za-z0-9-]{1,30} ?(?:\\.|dot)))';
const DOT = '(?:\\.| ?[\\[({](?:dot|ドット)[\\])}] ?| ?ドット ?| dot )';
const MAIL = new RegExp(
  `(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}${AT}[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){1,6}`,
  'g',
);

// Addresses of offices, by domain or by the name of a post box; versions and the rooms of Teams (@18.3.1, @thread.v2).
const OFFICE =
  /^(?:info|contact|office|soudan|sodan|jimu|jimukyoku|support|center|kouhou|webmaster|mail|otoiawase)[0-9._-]*@|\.(?:(?:go|lg|ed)\.jp|(?:tac)?v?\d+)$/i;

// Where to ask or apply, in a text that speaks of nobody.
const CONTACT_BEFORE = /事務局|申し?込|問い?合わ?せ|連絡先|応募|提出先|窓口|センター|メール:/;

// 例：nanashi@example.jp shows the form of an address.
const SAMPLE_BEFORE = /(?:例|サンプル|見本)[:は]? ?$/;

export const emailAddress: Rule = {
  id: 'email-address',
  severity: 'error',
  title: 'メールアドレス',
  message: 'メールアドレスです。アドレスは、だれのものでも載せられません。',
  find: ({ text, notice }) =>
    matchAll(text, MAIL)
      .filter(
        (mail) =>
          !(notice && CONTACT_BEFORE.test(before(text, mail.start, 40))) &&
          !OFFICE.test(mail.text) &&
          !SAMPLE_BEFORE.test(before(text, mail.start, 6)),
      )
      .map(({ start, end }) => ({
        start,
        end,
        certain: true,
        weight: 7,
        suggestions: [{ replacement: '（メールアドレス）', label: '（メールアドレス）' }],
      })),
  examples: {
    flagged: [
      { text: '連絡はhanako.s＠example.jpへ', hit: 'hanako.s＠example.jp', suggestion: '（メールアドレス）' },
      { text: 'kita.w[at]example.comです', hit: 'kita.w[at]example.com', suggestion: '（メールアドレス）' },
      {
        text: 'olena アットマーク example ドット net',
        hit: 'olena アットマーク example ドット net',
        suggestion: '（メールアドレス）',
      },
    ],
    clean: [
      '@all と @事務局 を使い分けます',
      '申込みは info@example.or.jp まで',
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Nj%40thread.v2/0',
    ],
  },
};

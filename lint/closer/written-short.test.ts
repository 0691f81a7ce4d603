import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();

describe('what is written short', () => {
  test.each([
    ['birth-date', '佐藤さん（79.7.21生まれ）', '79.7.21'],
    ['birth-date', '生年月日　54.7.21　佐藤', '54.7.21'],
    ['birth-date', '1979年（昭和54年）7月21日生まれの佐藤さん', '1979年（昭和54年）7月21日'],
    ['birth-date', '生年月日：昭和 55 年 4 月 12 日', '昭和 55 年 4 月 12 日'],
    ['birth-date', '生年月日：550412', '550412'],
    ['birth-date', '本人（S55.4.12、45歳）の妻', 'S55.4.12'],
    ['phone-number', '佐藤さんの携帯は090〜1234〜5678です', '090〜1234〜5678'],
    ['phone-number', '佐藤さんの電話は0081 90 1234 5678です', '0081 90 1234 5678'],
    ['id-number', '国保の番号01234567　佐藤さん', '01234567'],
    ['id-number', '佐藤さんの児童扶養手当証書　第12345号', '第12345号'],
    ['id-number', 'コピーに P7654321B とある', 'P7654321B'],
    ['bank-account', 'ひまわり銀行（003）普1234567　佐藤', '1234567'],
    ['vehicle-number', '佐藤さんの車のナンバーは12-34', '12-34'],
    ['vehicle-number', '佐藤さんの車、ナンバーが釧路 502 へ 10-73', '釧路 502 へ 10-73'],
    ['postal-code', '佐藤さんの届け先は ００３ー０９８８ 札幌市白石区です', '００３ー０９８８'],
    ['card-number', '番号3588 0000 1111 2226と名義が写っている', '3588 0000 1111 2226'],
    ['exact-age', '佐藤さんの長男（小6・3組）', '小6・3組'],
    ['birth-date', '佐藤 花（29歳、平7.4.18）', '平7.4.18'],
    ['profile-url', '佐藤さんのブログ（https://blog.example.com/oki27）', 'https://blog.example.com/oki27'],
    ['profile-url', '佐藤さん https://yuki-diary.hatenablog.com/', 'https://yuki-diary.hatenablog.com/'],
    [
      'profile-url',
      '佐藤さん https://x.com/taro_sato/status/1234567',
      'https://x.com/taro_sato/status/1234567',
    ],
    ['profile-url', '佐藤さん line.me/ti/p/~taro1985', 'line.me/ti/p/~taro1985'],
  ])('%s: %s', (rule, text, passage) => {
    expect(passages(rule, text, { tagger })).toEqual([passage]);
  });

  test.each([
    ['birth-date', '佐藤さんの更新は25.4.1から、24.12.1の面談'],
    ['birth-date', '制度は昭和25年5月4日に生まれました。'],
    ['birth-date', '施設は2004年（平成16年）4月1日に開所'],
    ['id-number', '佐藤さんの年金番号は聞かない。証書は第1号様式'],
    ['bank-account', '佐藤さんは普通5000円'],
    ['vehicle-number', '佐藤さんの車のナンバー 4桁'],
    ['profile-url', '佐藤さんへ。センターの公式 https://x.com/center/status/12345'],
  ])('others: %s: %s', (rule, text) => {
    expect(passages(rule, text, { tagger })).toEqual([]);
  });
});

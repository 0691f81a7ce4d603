import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const phones = (text: string) => passages('phone-number', text, { tagger });
const mails = (text: string) => passages('email-address', text, { tagger });

describe('telephones over several lines', () => {
  test.each([
    ['本人の携帯です。\n090\n1234\n5678\nよろしくお願いします。', ['090\n1234\n5678']],
    ['佐藤さんの番号\n080-\n1234-5678\nです', ['080-\n1234-5678']],
    ['かけ直しは070-1234-\n5678まで', ['070-1234-\n5678']],
    ['０９０\n１２３４\n５６７８', ['０９０\n１２３４\n５６７８']],
    ['母の自宅の電話\n0134\n22\n3344\nです', ['0134\n22\n3344']],
    ['連絡先は0134-22-\n3344です', ['0134-22-\n3344']],
  ])('%s', (text, expected) => {
    expect(phones(text)).toEqual(expected);
  });

  test.each([
    '月別の件数\n080\n1234\n5678\n9101\n1121',
    '1200\n090\n1234\n5678',
    '内訳\n090\n1234件\n5678件',
    '番号札\n011\n22\n334',
    '電話件数\n011\n120\n3344\n5566',
    '行 090\n2024-2025\n3000',
  ])('figures: %s', (text) => {
    expect(phones(text)).toEqual([]);
  });
});

describe('addresses with blanks', () => {
  test.each([
    ['本人のメールです。\ntaro @ example . jp\nこちらへ返事をください。', ['taro @ example . jp']],
    ['母のアドレス：\nt a r o @ e x a m p l e . j p\n以上', ['t a r o @ e x a m p l e . j p']],
    ['t a r o @ example.jp に返事', ['t a r o @ example.jp']],
    ['長いので改行 hanako.sato@\nexample.co.jp です', ['hanako.sato@\nexample.co.jp']],
    ['taro ＠ example ． com', ['taro ＠ example ． com']],
  ])('%s', (text, expected) => {
    expect(mails(text)).toEqual(expected);
  });

  test.each([
    '@all 明日は9時 . よろしく',
    'info @ example . or . jp へどうぞ',
    'A @ B . 会議室',
    '単価 100 @ 5 . 合計',
  ])('others: %s', (text) => {
    expect(mails(text)).toEqual([]);
  });
});

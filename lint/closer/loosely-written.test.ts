import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();

describe('numbers and addresses as people write them', () => {
  test.each([
    ['street-address', '本人の家は北栄2の7の16の二階', ['北栄2の7の16']],
    ['postal-code', '佐藤さん、005の0812、川沿の家です', ['005の0812']],
    ['birth-date', 'たんじょうび：2011ねん4がつ9にち', ['2011ねん4がつ9にち']],
    ['birth-date', '生年月日　S四十九．三．二一', ['S四十九．三．二一']],
    ['birth-date', '生年月日：昭・49・3・21', ['昭・49・3・21']],
    ['phone-number', '母から折り返し、011 000 53 71です', ['011 000 53 71']],
    ['phone-number', '携帯：０九〇(〇一二三)四五六七', ['０九〇(〇一二三)四五六七']],
    ['bank-account', '通帳は北海銀行の003-8820147です', ['003-8820147']],
    ['account-id', 'インスタに写真あり。mio_kn.0424 で見られます', ['mio_kn.0424']],
    ['case-number', '受付ID：24-C-0145　氏名：佐藤 花', ['24-C-0145']],
    ['case-number', '佐藤さんの整理番号は0632-乙に変わりました', ['0632-乙']],
    ['id-number', 'マイナンバーを「4417 2093 8856」と読み上げた', ['4417 2093 8856']],
  ])('%s: %s', (rule, text, expected) => {
    expect(passages(rule, text, { tagger })).toEqual(expected);
  });

  test.each([
    ['street-address', '本人に伝える。課長通知第3の9の2'],
    ['street-address', '本人に伝える。生活保護法第63条の2の1'],
    ['street-address', '本人はバス停「緑町3丁目」で待つ'],
    ['phone-number', '自宅の在庫は011 200 30 40 50の順に並ぶ'],
    ['bank-account', '本人の部品は工場の003-8820147です'],
    ['account-id', 'インスタの使い方は guide_2026.pdf と sns.example.jp にあります'],
    ['case-number', '部品番号 24-C-0145'],
    ['id-number', '送り状 4417 2093 8856 で荷物を追う'],
  ])('others: %s: %s', (rule, text) => {
    expect(passages(rule, text, { tagger })).toEqual([]);
  });
});

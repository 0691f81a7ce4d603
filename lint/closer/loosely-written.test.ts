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
    ['case-number', '部品番号 24-C-0145'],
    ['id-number', '送り状 4417 2093 8856 で荷物を追う'],
  ])('others: %s: %s', (rule, text) => {
    expect(passages(rule, text, { tagger })).toEqual([]);
  });
});

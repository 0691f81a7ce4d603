import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (rule: string, text: string) => passages(rule, text, { tagger });

test.each([
  ['case-number', '本人の管理番号【24困窮-055】', ['24困窮-055']],
  ['case-number', '佐藤さん　台帳番号　い-0452', ['い-0452']],
  ['case-number', '本人の相談受付票　第R06-0341号', ['第R06-0341号']],
  ['case-number', '支援決定通知（北保第1234号）を本人がなくした', ['北保第1234号']],
  ['id-number', '本人の国民健康保険証　記号：旭10　番号：345678', ['旭10　番号：345678']],
  ['bank-account', '本人の振込先　JAさっぽろ 琴似 0012345', ['0012345']],
  ['phone-number', '本人の携帯は 090 - 0012 - 3456', ['090 - 0012 - 3456']],
  ['email-address', '本人のメール "kudo.a" at "example.org"', ['"kudo.a" at "example.org"']],
  ['birth-date', '本人は S.40/11/02生', ['S.40/11/02']],
  ['birth-date', '母は昭五十二年三月九日生まれ', ['昭五十二年三月九日']],
  ['birth-date', '本人の誕生日は1987年の12月5日', ['1987年の12月5日']],
])('%s: %s', (rule, text, expected) => {
  expect(found(rule, text)).toEqual(expected);
});

test.each([
  ['case-number', '本人に決定の根拠（社援発第1234号）を渡した'],
  ['case-number', '本人の部品の型番 T-0098'],
  ['bank-account', '本人の整理券は 0012345'],
  ['birth-date', '本人の契約は昭五十二年三月九日から'],
])('others: %s: %s', (rule, text) => {
  expect(found(rule, text)).toEqual([]);
});

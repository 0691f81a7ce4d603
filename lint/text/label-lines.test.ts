import { expect, test } from 'vitest';
import { lintWithRisk, nameTagger } from '../full.server.ts';
import { withLabelsJoined } from './label-lines.ts';

const tagger = nameTagger();
const found = (text: string) =>
  lintWithRisk(text, { profile: 'case', tagger }).map(({ ruleId, text: passage }) => `${ruleId} ${passage}`);

test.each([
  ['口座番号\n1234567', 'bank-account 1234567'],
  ['ケース番号\n2023-0417', 'case-number 2023-0417'],
  ['旅券番号：\nTK1234567', 'id-number TK1234567'],
  ['氏名\n高橋\n年齢\n43', 'person-name 高橋'],
])('a value on the line below its label is seen: %j', (text, expected) => {
  expect(found(text)).toContain(expected);
});

test('a text without such lines is seen once', () => {
  expect(withLabelsJoined('住所が変わりました。\n電話もです。')).toBeUndefined();
  expect(withLabelsJoined('住所\n\n電話')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { passages } from '../testing.ts';
import { passesLuhn } from './card-number.ts';

const find = (text: string) => passages('card-number', text);

test('is certain where the check of Luhn passes', () => {
  expect(passesLuhn('4111111111111111')).toBe(true);
  expect(passesLuhn('4111111111111112')).toBe(false);
  expect(lint('4111 1111 1111 1111')).toMatchObject([{ ruleId: 'card-number', certain: true }]);
});

test('takes a labelled number that fails the check', () => {
  expect(find('カード番号は4111 1111 1111 1112')).toEqual(['4111 1111 1111 1112']);
  expect(find('4111 1111 1111 1112')).toEqual([]);
});

test('leaves books and companies', () => {
  expect(find('ISBN 978-4-00-000000-2、法人番号1430005999999')).toEqual([]);
});

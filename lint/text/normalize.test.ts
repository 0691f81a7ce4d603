import { describe, expect, test } from 'vitest';
import { normalize } from './normalize.ts';

describe('normalization', () => {
  test.each([
    ['０９０−１２３４', '090-1234'],
    ['０６３ー０９９９', '063-0999'],
    ['12‐34–56—78', '12-34-56-78'],
    ['ﾀｶﾞﾐ ﾊﾟﾝ', 'タガミ パン'],
    ['氏　名', '氏 名'],
    ['090\u200b-12\u202a34', '090-1234'],
    ['髙﨑と𠮷田と齋藤', '高崎と吉田と斎藤'],
    ['葛\u{e0100}城', '葛城'],
    ['a\r\nb', 'a\nb'],
    ['ＡＢ＠ｃ．ｊｐ', 'AB@c.jp'],
    ['〇九〇-一二三四-五六七八', '090-1234-5678'],
  ])('reads %j as %j', (typed, plain) => {
    expect(normalize(typed).text).toBe(plain);
  });

  test('leaves long vowels and numbers in names alone', () => {
    expect(normalize('サーバーの三浦一二三さん').text).toBe('サーバーの三浦一二三さん');
  });

  test('survives half a surrogate pair', () => {
    expect(normalize('\ud83d佐藤\ud83d').text).toBe('\ud83d佐藤\ud83d');
  });

  test('leads every span back to what was typed', () => {
    const typed = '😢ﾀｶﾞﾐと𠮷田、０９\u200b０';
    const { text, original } = normalize(typed);
    const typedPassage = (plain: string) => {
      const at = text.indexOf(plain);
      const { start, end } = original(at, at + plain.length);
      return typed.slice(start, end);
    };
    expect(typedPassage('タガミ')).toBe('ﾀｶﾞﾐ');
    expect(typedPassage('吉田')).toBe('𠮷田');
    expect(typedPassage('090')).toBe('０９\u200b０');
    expect(original(0, text.length)).toEqual({ start: 0, end: typed.length });
  });
});

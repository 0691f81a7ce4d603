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

describe('characters in another dress', () => {
  test.each([
    ['radicals of a PDF', '⼭⽥さん', '山田さん'],
    ['mathematical digits', '𝟎𝟗𝟎-𝟏𝟐', '090-12'],
    ['keys', '0️⃣9️⃣0️⃣', '090'],
    ['digits raised and lowered', '⁰⁹⁰₁₂', '09012'],
    ['digits of another script', '٠٩٠', '090'],
    ['letters struck through', '佐̶藤̶さん', '佐藤さん'],
    ['a Cyrillic letter among Latin ones', 'exаmple', 'example'],
    ['characters that stand apart', '佐 藤 さ ん', '佐藤さん'],
    ['circles in a long number', '⓪⑨⓪-①②③④-⑤⑥⑦⑧', '090-1234-5678'],
    ['letters in a long number', 'O9O-1234-5678', '090-1234-5678'],
    ['a number over line breaks', '090-\n1234', '090--1234'],
  ])('%s', (_, typed, plain) => {
    expect(normalize(typed).text).toBe(plain);
  });

  test.each([
    ['numbers of a list', '①名前 ②住所'],
    ['Russian', 'Анна Иванова'],
    ['Thai', 'สมชาย'],
    ['two characters of a heading', '目 次'],
  ])('but not %s', (_, typed) => {
    expect(normalize(typed).text).toBe(typed);
  });

  test('lead back to what was typed, marks included', () => {
    const typed = '件：佐̶藤̶さん';
    const { text, original } = normalize(typed);
    const at = text.indexOf('佐藤');
    const { start, end } = original(at, at + 2);
    expect(typed.slice(start, end)).toBe('佐̶藤̶');
  });
});

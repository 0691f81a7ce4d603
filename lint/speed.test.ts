import { beforeAll, describe, expect, test } from 'vitest';
import { lint } from './engine.ts';
import { lintWithRisk, nameTagger } from './full.server.ts';

const CASE =
  '佐藤さん（43歳）は5月12日に岩見沢市から転入。小野寺 和幸様の電話は090-1234-5678、通帳の残高は83,412円。母は空知みどり病院に入院中で、長男の光が高校を卒業した。小樽市では家計改善を始めた。\n';

/**
 * How many times longer the longer text takes. Other work on the machine disturbs single measurements, but a quadratic
 * rule is slow in all of them: the best of several tells.
 */
function growth(short: string, long: string, check: (text: string) => unknown = lint): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 6 && least >= LINEAR_AT_MOST; tries += 1) {
    // Under 4 ms the clock would decide.
    least = Math.min(least, milliseconds(long, check) / Math.max(4, milliseconds(short, check)));
  }
  return least;
}

/** For a text eight times as long, linear is 8 and quadratic 64. */
const LINEAR_AT_MOST = 28;

/** Best of three, in milliseconds: other work on the machine only ever makes it longer. */
function milliseconds(text: string, check: (text: string) => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    check(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const fill = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const people = (length: number) =>
  fill(Array.from({ length: 3000 }, (_, i) => `${String.fromCharCode(0x4e00 + i)}藤さん、`).join(''), length);

describe('the time to check a text', () => {
  test.each([
    ['a case', CASE],
    ['one hiragana', 'あ'],
    ['one kanji', '山'],
    ['one katakana', 'ア'],
    ['digits', '0'],
    ['kanji digits', '一二三'],
    ['hyphens', '1-'],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['letters', 'a'],
    ['at signs', 'a@'],
    ['brackets', '（'],
    ['dots', 'ア・'],
    ['honorifics', '佐藤さん、'],
    ['full names', '佐藤花子、'],
    ['labels', '氏名：'],
    ['relatives', '母'],
    ['a family', '佐藤一郎さんの母の佐藤花子さん、'],
    ['dates', '5月12日、'],
    ['hospitals', '病院'],
    ['homes', 'の家'],
    ['particles', 'はがをに'],
  ])('grows no faster than the text: %s', (_, piece) => {
    expect(growth(fill(piece, 10_000), fill(piece, 80_000))).toBeLessThan(LINEAR_AT_MOST);
  });

  test('grows no faster than the text: thousands of people', () => {
    expect(growth(people(10_000), people(80_000))).toBeLessThan(LINEAR_AT_MOST);
  });
});

describe('the time to check a text with all that a server has', () => {
  let check: (text: string) => unknown;
  beforeAll(() => {
    const tagger = nameTagger();
    check = (text) => lintWithRisk(text, { profile: 'case', tagger });
  });

  test.each([
    ['a case', CASE],
    ['one kanji of addresses', '東'],
    ['one hiragana', 'さ'],
    ['rooms', '荘1'],
    ['codes', '番号は1-'],
    ['handles', 'a_b.'],
    ['addresses of pages', 'http://a.'],
    ['kin in a row', '母山、父川、'],
    ['labels on lines of their own', '氏名\n'],
    ['quotations', '「あ」と'],
    ['visits', '1件目 山宅 '],
    ['full names in hiragana', 'さとうけんじさん、'],
    ['separators of telephones', '090〜'],
  ])('grows no faster than the text: %s', (_, piece) => {
    expect(growth(fill(piece, 5000), fill(piece, 40_000), check)).toBeLessThan(LINEAR_AT_MOST);
  });
});

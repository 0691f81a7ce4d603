import { describe, expect, test } from 'vitest';
import { analyse, readingOf } from './analyse.ts';
import { dictionaryFrom, unpack } from './dictionary.server.ts';

const dictionary = dictionaryFrom(unpack());
const words = (text: string) => analyse(dictionary, text).map(({ start, end }) => text.slice(start, end));
const tagged = (text: string) =>
  analyse(dictionary, text).map(({ start, end, pos }) => `${text.slice(start, end)} ${pos}`);

describe('words of a text', () => {
  test('are the cheapest way through the dictionary, not the longest words', () => {
    expect(words('すもももももももものうち')).toEqual(['すもも', 'も', 'もも', 'も', 'もも', 'の', 'うち']);
    expect(words('東京都に住む')).toEqual(['東京', '都', 'に', '住む']);
  });

  test('come with their part of speech', () => {
    expect(tagged('佐藤さんは小樽に来た')).toEqual([
      '佐藤 名詞,固有名詞,人名,姓',
      'さん 名詞,接尾,人名',
      'は 助詞,係助詞',
      '小樽 名詞,固有名詞,地域,一般',
      'に 助詞,格助詞,一般',
      '来 動詞,自立',
      'た 助動詞',
    ]);
  });

  test('are guessed by their script where the dictionary has none', () => {
    expect(tagged('ホゲモゲラを')).toEqual(['ホゲモゲラ 名詞,一般', 'を 助詞,格助詞,一般']);
    expect(words('2026年')).toEqual(['2026', '年']);
  });

  test.each([
    ['nothing', ''],
    ['spaces and breaks', ' \n\n　'],
    ['signs beyond the Basic Multilingual Plane', '𠮷田さん🙂です'],
    ['a lone half of a pair', '\ud842です'],
    ['a long text without an end of a sentence', 'あいうえお'.repeat(900)],
    ['a long run of one script', 'ア'.repeat(4500)],
  ])('cover the whole text, in order: %s', (_, text) => {
    expect(words(text).join('')).toBe(text);
  });
});

describe('how words are read', () => {
  const reading = (text: string) =>
    analyse(dictionary, text).map((token) => readingOf(dictionary, text, token) ?? '?');

  test('is told in katakana', () => {
    expect(reading('灯油の助成')).toEqual(['トウユ', 'ノ', 'ジョセイ']);
  });

  test('is unknown for a word that was guessed', () => {
    expect(reading('ホゲモゲラ')).toEqual(['?']);
  });
});

test('the time grows no faster than the text', () => {
  const milliseconds = (text: string) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        analyse(dictionary, text);
        return performance.now() - start;
      }),
    );
  for (const piece of ['あ', 'ア', '山', 'a', '生活困窮者自立支援', '、']) {
    const [short, long] = [piece.repeat(20_000), piece.repeat(160_000)].map(milliseconds) as [number, number];
    // Linear is 8, quadratic 64.
    expect(long / Math.max(4, short)).toBeLessThan(28);
  }
});

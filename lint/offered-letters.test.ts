import { describe, expect, test } from 'vitest';
import { lint } from './engine.ts';
import { isLetter, offeredLetters, withLettersOf } from './offered-letters.ts';

test('a letter is told from other rewrites', () => {
  const rewrites = ['Ａ', 'Ｂ2', 'Ａさんの母', 'Ｃ市', '（電話番号）', '40代', ''];
  expect(rewrites.filter(isLetter)).toEqual(['Ａ', 'Ｂ2']);
});

describe('letters that were offered', () => {
  test('are those of names, and the first of each', () => {
    const found = lint('渡辺さん（43歳）と佐藤花子さん、佐藤さん');
    expect([...offeredLetters(found)]).toEqual([
      ['渡辺', 'Ａ'],
      ['佐藤花子', 'Ｂ'],
      ['佐藤', 'Ｃ'],
    ]);
  });

  test('stay with their people at another look; what the author has used already comes first', () => {
    const options = withLettersOf(lint('佐藤さん'), { letters: new Map([['渡辺', 'Ｆ']]) });
    expect([...offeredLetters(lint('小林さん、渡辺さん、佐藤さん', options))]).toEqual([
      ['小林', 'Ｂ'],
      ['渡辺', 'Ｆ'],
      ['佐藤', 'Ａ'],
    ]);
  });

  test('are given to one person only, where Markdown hides a name', () => {
    const text = '渡**辺**さんと佐藤さん';
    const letters = lint(text).map(({ suggestions }) => suggestions[0]?.replacement);
    expect(letters).toHaveLength(2);
    expect(new Set(letters).size).toBe(2);
  });
});

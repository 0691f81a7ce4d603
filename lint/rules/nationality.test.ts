import { expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { rewrite } from '../rewrite.ts';
import { passages } from '../testing.ts';

const find = (text: string) => passages('nationality', text);

test.each([
  ['ベトナム国籍の方', 'ベトナム'],
  ['ウクライナから避難して来た方', 'ウクライナ'],
  ['国籍：中国', '中国'],
  ['サントスさん（フィリピン）', 'フィリピン'],
])('finds the country in 「%s」', (text, country) => {
  expect(find(text)).toEqual([country]);
});

test('leaves languages, food and the world at large', () => {
  expect(find('ベトナム語のちらし、ネパール料理店、中国人気、外国籍、韓国ドラマ')).toEqual([]);
});

test('proposes a word that fits the sentence', () => {
  expect(
    rewrite(
      'ベトナム国籍の方、韓国籍の方、ネパールから来た方',
      lint('ベトナム国籍の方、韓国籍の方、ネパールから来た方'),
    ),
  ).toBe('外国籍の方、外国籍の方、外国から来た方');
});

import { describe, expect, test } from 'vitest';
import { featuresOf, Passage, type Word } from './features.ts';
import { learn } from './learn.ts';
import { Looks } from './looks.ts';
import { BEGIN, INSIDE, OUTSIDE } from './model.ts';
import { Scorer } from './scorer.ts';
import { likelihoodsOf, namesIn as namesOf } from './tag.ts';
import { readWeights, writeWeights } from './weights-file.ts';

/** Words as an analyser might tell them: 佐藤/姓 は/助詞. */
function analysed(line: string): { text: string; words: Word[] } {
  let text = '';
  const words = line.split(' ').map((word) => {
    const [surface = '', pos = ''] = word.split('/');
    text += surface;
    return { start: text.length - surface.length, end: text.length, pos, known: true };
  });
  return { text, words };
}
const NAMES = ['佐藤', '小川', '石田', '上原', '中村', '大森'];
const PLACES = ['小樽', '旭川', '釧路', '帯広', '江別', '千歳'];
const lessons = NAMES.flatMap((name, index) => [
  { line: `${name}/姓 太郎/名 は/助詞 作家/名詞`, tags: [BEGIN, INSIDE, OUTSIDE, OUTSIDE] },
  { line: `${PLACES[index]}/地域 は/助詞 市/名詞`, tags: [OUTSIDE, OUTSIDE, OUTSIDE] },
]).map(({ line, tags }) => {
  const { text, words } = analysed(line);
  return { features: featuresOf(text, words), tags };
});
const { rows, transitions } = learn(lessons);
const scorer = new Scorer(readWeights(writeWeights(rows, transitions)));
const namesIn = (line: string) => {
  const { text, words } = analysed(line);
  return namesOf(words, likelihoodsOf(scorer, new Passage(text, words, new Looks())), 0.5).map(
    ({ start, end }) => text.slice(start, end),
  );
};

describe('the tagger', () => {
  test('finds names that it has never seen by how they stand', () => {
    expect(namesIn('渡辺/姓 花子/名 は/助詞 作家/名詞')).toEqual(['渡辺花子']);
    expect(namesIn('岩見沢/地域 は/助詞 市/名詞')).toEqual([]);
  });

  test('takes two names side by side for two', () => {
    expect(namesIn('渡辺/姓 花子/名 岡本/姓 次郎/名 は/助詞')).toEqual(['渡辺花子', '岡本次郎']);
  });

  test('finds nothing in nothing', () => {
    expect(namesIn('')).toEqual([]);
  });
});

test('learning the same lessons gives the same weights', () => {
  expect(writeWeights(rows, transitions)).toEqual(
    (() => {
      const again = learn(lessons);
      return writeWeights(again.rows, again.transitions);
    })(),
  );
});

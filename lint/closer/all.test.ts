import { describe, expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { nameTagger } from '../full.server.ts';

// Fills the list of looks; without the tagger itself, whose own time is none of theirs.
nameTagger();

const milliseconds = (text: string) => {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    lint(text);
    return performance.now() - start;
  });
  return Math.min(...times);
};

/** How many times longer eight times the text takes: linear is 8, quadratic 64. The best of several tells. */
function growth(piece: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4 && least >= 28; tries += 1) {
    const [short, long] = [5_000, 40_000].map((length) =>
      milliseconds(piece.repeat(Math.ceil(length / piece.length))),
    ) as [number, number];
    least = Math.min(least, long / Math.max(4, short));
  }
  return least;
}

describe('looking closely takes no more than time that grows with the text', () => {
  test.each([
    ['codes', 'K-0412 佐藤さん\n'],
    ['files', '佐藤_R5-第219号.docx '],
    ['dates', '12/24の夜、佐藤さんの夫が倒れた。'],
    ['moves', '本人は北郷に引っ越す、'],
    ['towns elsewhere', '長崎県や山口県の町村のような例、佐藤さん。'],
    ['scholars', 'ミラーとロルニックの'],
    ['figures', '本人 96、受付312、'],
    ['work places', '職場の江別あさひ歯科で働く'],
    ['one kind of character', '病院'],
  ])(
    '%s',
    (_, piece) => {
      expect(growth(piece)).toBeLessThan(28);
    },
    60_000,
  );
});

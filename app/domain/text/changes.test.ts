import { describe, expect, test } from 'vitest';
import { changesBetween } from './changes.ts';

/** [-went-] {+came+} */
const told = (before: string, after: string) =>
  changesBetween(before, after)
    .map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text))
    .join('');

describe('what was changed in a text', () => {
  test.each([
    ['nothing', '家賃の相談です。', '家賃の相談です。', '家賃の相談です。'],
    ['a word', '先月の家賃を相談した。', '先月の電気を相談した。', '先月の[-家賃-]{+電気+}を相談した。'],
    [
      'words added at the end',
      '窓口で聞く。',
      '窓口で聞く。電話でもよい。',
      '窓口で聞く。{+電話でもよい。+}',
    ],
    ['a line taken out', '一つめ\n二つめ\n三つめ', '一つめ\n三つめ', '一つめ\n[-二つめ\n-]三つめ'],
    ['everything', '犬', '猫', '[-犬-]{+猫+}'],
    ['from nothing', '', '始めました。', '{+始めました。+}'],
    ['to nothing', '消します。', '', '[-消します。-]'],
    ['lines that stand twice', 'あ\nい\nあ\n', 'あ\nあ\nい\n', 'あ\n{+あ\n+}い\n[-あ\n-]'],
  ])('%s', (_, before, after, changes) => {
    expect(told(before, after)).toBe(changes);
  });

  test('leaves no single letter standing between two changes', () => {
    expect(told('春の窓口の受付です', '秋の電話の受付です')).toBe('[-春の窓口-]{+秋の電話+}の受付です');
  });

  test.each([
    ['古い\n文章\n\n- 一\n- 二', '新しい文章\n\n- 二\n- 一\n'],
    ['😀と𠮷野', '𠮷野と😀😀'],
    ['あ'.repeat(300), 'い'.repeat(20) + 'あ'.repeat(150)],
  ])('both versions can be read from it: %j', (before, after) => {
    const changes = changesBetween(before, after);
    const without = (kind: string) =>
      changes
        .filter((change) => change.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
  });

  test('is found in no time for the longest texts, however different', () => {
    const text = (seed: number) =>
      Array.from({ length: 10_000 }, (_, at) => '家賃灯油窓口電話相談'[(at * seed) % 10]).join('、');
    const lines = (seed: number) =>
      Array.from({ length: 10_000 }, (_, at) => `${(at * seed) % 9973}`).join('\n');
    const began = performance.now();
    changesBetween(text(3), text(7));
    changesBetween(lines(3), lines(7));
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('takes no more than its budget: what is beyond is told as a whole', () => {
    const budget = { cells: 20 };
    const [before, after] = ['春の窓口の受付', '秋の電話の受付'];
    expect(changesBetween(before, after, budget)).toEqual(changesBetween(before, after));
    expect(budget.cells).toBeLessThan(20);
    budget.cells = 3;
    expect(changesBetween('犬と猫と鳥', '猫と犬と魚', budget)).toEqual([
      { kind: 'removed', text: '犬と猫と鳥' },
      { kind: 'added', text: '猫と犬と魚' },
    ]);
    expect(budget.cells).toBe(3);
  });
});

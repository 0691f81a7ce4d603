import { expect, test } from 'vitest';
import { lint } from './engine.ts';
import { rewrite } from './rewrite.ts';

test('writes the first suggestion of each finding, and nothing else', () => {
  const text = '佐藤さん（43歳）が5月12日に東川町から転入。電話は090-1234-5678';
  expect(rewrite(text, lint(text))).toBe('Ａさん（40代）が5月中旬に上川管内の町から転入。電話は（電話番号）');
});

test('what was rewritten has nothing left to find', () => {
  const text =
    '氏名：小野寺 和幸（58歳）\n住所：札幌市東区北61条東14丁目2-18\n長男の光は道央台高校を中退。残高は3,271円';
  const rewritten = rewrite(text, lint(text));
  expect(lint(text).length).toBeGreaterThan(4);
  expect(lint(rewritten)).toEqual([]);
});

test('takes the findings given, in any order', () => {
  const text = '佐藤さんと渡辺さん';
  const [first, second] = lint(text);
  expect(first && second && rewrite(text, [second, first])).toBe('ＡさんとＢさん');
  expect(second && rewrite(text, [second])).toBe('佐藤さんとＢさん');
  expect(rewrite(text, [])).toBe(text);
});

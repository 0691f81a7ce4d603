import { describe, expect, test } from 'vitest';
import { lint } from './engine.ts';
import { changeOf, rewrite } from './rewrite.ts';

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

describe('after a letter', () => {
  test.each(['様', 'さま', '氏', '君', 'くん', 'ちゃん', '殿'])('さん takes the place of %s', (honorific) => {
    const text = `佐藤${honorific}が来所。`;
    expect(rewrite(text, lint(text))).toBe('Ａさんが来所。');
    expect(lint(text)[0]).toMatchObject({
      text: '佐藤',
      suggestions: [{ replacement: 'Ａ', label: 'Ａさん' }],
    });
  });

  test.each([
    ['佐藤さんが来所。', 'Ａさんが来所。'],
    ['佐藤夫妻が来所。', 'Ａ夫妻が来所。'],
    ['佐藤宅を訪問。', 'Ａ宅を訪問。'],
    ['佐藤様宅を訪問。', 'Ａさん宅を訪問。'],
    ['佐藤　様が来所。', 'Ａさんが来所。'],
    ['長男の光が卒業。', '長男のＡが卒業。'],
  ])('%s becomes %s', (text, rewritten) => {
    expect(rewrite(text, lint(text))).toBe(rewritten);
    expect(lint(rewritten)).toEqual([]);
  });

  test('one person has one letter, whatever the honorific and the spelling', () => {
    const text = '佐藤 花子様、佐藤花子さん、佐藤花子ちゃんの件。ｶﾞﾝﾀﾞ様とガンダさん。';
    expect(rewrite(text, lint(text))).toBe('Ａさん、Ａさん、Ａさんの件。ＢさんとＢさん。');
  });

  test('a letter given to a name stays with it in another spelling', () => {
    const text = 'ガンダさんが来所。';
    expect(rewrite(text, lint(text, { letters: new Map([['ｶﾞﾝﾀﾞ', 'Ｄ']]) }))).toBe('Ｄさんが来所。');
  });

  test('what is no longer there is not replaced', () => {
    const text = '佐藤様が来所。';
    const [finding] = lint(text);
    const [suggestion] = finding?.suggestions ?? [];
    expect(finding && suggestion && changeOf('佐藤が来所。', finding, suggestion)).toEqual({
      start: 0,
      end: 2,
      replacement: 'Ａ',
    });
  });
});

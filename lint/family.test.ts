import { describe, expect, test } from 'vitest';
import { lint, lintFields } from './engine.ts';
import { changeOf } from './rewrite.ts';

/** The text after every finding has got the suggestion with this label, or else its first. */
function chosen(text: string, label: string): string {
  return lint(text).reduceRight((rewritten, finding) => {
    const suggestion = finding.suggestions.find((one) => one.label === label) ?? finding.suggestions[0];
    if (!suggestion) return rewritten;
    const { start, end, replacement } = changeOf(text, finding, suggestion);
    return rewritten.slice(0, start) + replacement + rewritten.slice(end);
  }, text);
}
const labels = (text: string) => lint(text).map(({ suggestions }) => suggestions.map(({ label }) => label));

describe('members of a family with one name', () => {
  test('have a letter each', () => {
    expect(chosen('佐藤一郎さん、妻の佐藤花子さん、長男の佐藤健太くん', '')).toBe(
      'Ａさん、妻のＢさん、長男のＣさん',
    );
  });

  test('can be called by what they are to each other, wherever they are named', () => {
    const text = '佐藤一郎さんの件です。母の佐藤花子さんと来所。佐藤花子様は70代です。';
    expect(chosen(text, 'Ａさんの母')).toBe('Ａさんの件です。Ａさんの母と来所。Ａさんの母は70代です。');
  });

  test('are not called so twice where the text has said whose relative it is', () => {
    expect(chosen('佐藤さんの母の佐藤花子さんが来所。', 'Ａさんの母')).toBe('Ａさんの母が来所。');
  });

  test('are told apart across title, text and tags', () => {
    const found = lintFields({
      title: '佐藤一郎さんの件',
      body: '妻の佐藤花子さんから電話。佐藤一郎氏は不在。',
      tags: '佐藤花子',
    });
    expect(found.map(({ field, text, suggestions }) => [field, text, suggestions[0]?.replacement])).toEqual([
      ['title', '佐藤一郎', 'Ａ'],
      ['body', '佐藤花子', 'Ｂ'],
      ['body', '佐藤一郎', 'Ａ'],
      ['tags', '佐藤花子', 'Ｂ'],
    ]);
    expect(found[3]?.suggestions[1]?.label).toBe('Ａさんの妻');
  });

  test.each([
    ['the other has another name', '鈴木一郎さんの件です。母の佐藤花子さんと来所。'],
    ['the text says that it is another’s relative', '佐藤一郎さんと、鈴木さんの母の佐藤花子さんが来所。'],
    ['nobody says that it is a relative', '佐藤一郎さんと佐藤花子さんが来所。'],
    ['it is no relative', '佐藤一郎さんと、寮母の佐藤花子さんが来所。'],
  ])('are not offered a relation where %s', (_, text) => {
    expect(labels(text).length).toBeGreaterThan(1);
    expect(
      labels(text)
        .flat()
        .filter((label) => label.includes('の')),
    ).toEqual([]);
  });

  test('are not both the same relation', () => {
    const text = '佐藤一郎さん。妹の佐藤花子さんと妹の佐藤良子さん。';
    expect(labels(text).map((all) => all.filter((label) => label.includes('の')))).toEqual([
      [],
      ['Ａさんの妹'],
      [],
    ]);
  });
});

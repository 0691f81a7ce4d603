import { describe, expect, test } from 'vitest';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import { CASE_TEMPLATE, caseParts } from './case.ts';
import { firstWords, renderBody } from './render.server.ts';

function checked(text: string): AnonymizedText {
  const result = gate({ text }, { profile: 'note' });
  if (result.verdict !== 'pass') throw new Error('A text of the tests names somebody');
  return result.texts.text;
}

const CASE = '■ 本人の状態・訴え\n家賃を払えない\n\n■ これまでの支援\n面談を三回\n\n■ 聞きたいこと\n次の一手';

describe('the case form', () => {
  test('is read part by part', () => {
    expect(caseParts(CASE)).toEqual([
      { head: '本人の状態・訴え', text: '家賃を払えない' },
      { head: 'これまでの支援', text: '面談を三回' },
      { head: '聞きたいこと', text: '次の一手' },
    ]);
  });

  test('is known when empty, and without the space after the square', () => {
    expect(caseParts(CASE_TEMPLATE)).toHaveLength(3);
    expect(caseParts('■本人の状態・訴え\nあ\n■聞きたいこと\nい')).toHaveLength(2);
  });

  test.each([
    ['ordinary prose', '家賃の相談です'],
    ['prose before the first head', `前書き\n${CASE}`],
    ['a single head', '■ 聞きたいこと\n次の一手'],
    ['heads of the author’s own', '■ 経緯\nあ\n■ 結果\nい'],
    ['the words without the square', '本人の状態・訴え\nあ\n聞きたいこと\nい'],
  ])('is not seen in %s', (_, text) => {
    expect(caseParts(text)).toBeUndefined();
  });

  test('becomes a table whose cells are Markdown', () => {
    const html = renderBody(checked(CASE.replace('面談を三回', '- 面談\n- <b>同行</b>')));
    expect(html).toContain('<dl class="case"><div><dt>本人の状態・訴え</dt><dd><p>家賃を払えない</p>');
    expect(html).toContain('<li>&lt;b&gt;同行&lt;/b&gt;</li>');
  });

  test('says where a part was left out', () => {
    expect(renderBody(checked(CASE.replace('面談を三回', '')))).toContain('（書かれていません）');
  });
});

describe('the first words for lists', () => {
  test.each([
    ['lose their Markdown', '# 見出し\n- **太字**と[手引き](https://x.example)', '太字と手引き'],
    [
      'are prose and no heading',
      '## 見出し\n\n- 目次\n\n本文です。\n\n続きます。\n## 次の見出し\nまた',
      '本文です。 続きます。',
    ],
    ['are the heading where there is nothing else', '# 見出し', '見出し'],
    ['come from the first part of a case', CASE, '家賃を払えない'],
    ['keep a lone asterisk', '3 * 4', '3 * 4'],
  ])('%s', (_, body, words) => {
    expect(firstWords(body)).toBe(words);
  });

  test('end at 110 characters, between characters', () => {
    expect(firstWords('𠮷'.repeat(110))).toBe('𠮷'.repeat(110));
    expect(firstWords('𠮷'.repeat(111))).toBe(`${'𠮷'.repeat(109)}…`);
  });
});

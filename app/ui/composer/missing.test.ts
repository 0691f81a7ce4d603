import { describe, expect, test } from 'vitest';
import { CASE_TEMPLATE } from '../../domain/posts/case.ts';
import { findLacks, lackMessages, lackWords } from './missing.ts';
import type { FieldTexts } from './props.ts';

const LIMITS = { title: 10, body: 60, tags: 10 };
const wordsFor = (texts: FieldTexts, programme: string | null = null) =>
  lackWords(findLacks(texts, programme, LIMITS));

test('a complete form lacks nothing, with or without tags', () => {
  expect(findLacks({ title: '題', body: '文', tags: '' }, 'jiritsu', LIMITS)).toEqual([]);
  expect(wordsFor({ title: '題', body: '文', tags: '' }, 'jiritsu')).toBeUndefined();
});

test('title, programme and body must not be blank, and are named in the order of the page', () => {
  const lacks = findLacks({ title: ' ', body: '\n\u200b', tags: '' }, '', LIMITS);
  expect(lacks.map(({ field }) => field)).toEqual(['title', 'programme', 'body']);
  expect(Object.keys(lackMessages(lacks, LIMITS))).toEqual(['title', 'programme', 'body']);
});

test('a form without a title and without programmes asks for neither', () => {
  expect(findLacks({ body: '文' }, null, LIMITS)).toEqual([]);
});

test('the bare headings of a case are no text', () => {
  expect(findLacks({ body: CASE_TEMPLATE }, null, LIMITS)).toEqual([{ field: 'body', over: 0 }]);
  expect(findLacks({ body: `${CASE_TEMPLATE}灯油代です` }, null, LIMITS)).toEqual([]);
});

test('two versions that still stand beside each other are no finished text', () => {
  const lacks = findLacks({ body: 'はじめに\n【先に直した文章】\n文' }, null, LIMITS);
  expect(lackMessages(lacks, LIMITS).body).toContain('印の行を消して');
  expect(lackWords(lacks)).toContain('印の行を消して');
  expect(findLacks({ body: '「【ここまで】」と書きます。' }, null, LIMITS)).toEqual([]);
});

test('says by how much a text is too long', () => {
  const lacks = findLacks({ body: '字'.repeat(63) }, null, LIMITS);
  expect(lackMessages(lacks, LIMITS).body).toContain('3字多い');
});

describe('the bar says', () => {
  test('what is still to be written or chosen', () => {
    expect(wordsFor({ title: '', body: '文' }, '')).toBe('あと、題名と事業区分');
    expect(wordsFor({ title: '題', body: '' }, 'jiritsu')).toBe('あと、本文');
  });

  test('what is too long, once nothing is missing', () => {
    expect(wordsFor({ title: '', body: '字'.repeat(63) })).toBe('あと、題名');
    expect(wordsFor({ title: '題', body: '字'.repeat(63) })).toBe('本文が、3字多いです');
  });
});

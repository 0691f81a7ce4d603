import { expect, test } from 'vitest';
import { findMissing } from './missing.ts';

const LIMITS = { title: 10, body: 20, tags: 10 };

test('a complete form lacks nothing, with or without tags', () => {
  expect(findMissing({ title: '題', body: '文', tags: '' }, 'jiritsu', LIMITS)).toEqual({});
});

test('title, body and programme must not be blank', () => {
  const missing = findMissing({ title: ' ', body: '\n', tags: '' }, '', LIMITS);
  expect(Object.keys(missing).sort()).toEqual(['body', 'programme', 'title']);
});

test('a form without a title and without programmes asks for neither', () => {
  expect(findMissing({ body: '文' }, null, LIMITS)).toEqual({});
});

test('says by how much a text is too long', () => {
  expect(findMissing({ body: '字'.repeat(23) }, null, LIMITS).body).toContain('3字多い');
});

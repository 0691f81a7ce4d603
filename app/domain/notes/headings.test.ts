import { expect, test } from 'vitest';
import { withAnchors } from './headings.ts';

test('the highest headings of a note stand below its title and can be jumped to', () => {
  const { html, headings } = withAnchors(
    '<h4>はじめに</h4><p>文</p><h5>細目</h5><h4>一回め &amp; <em>二回め</em></h4>',
  );
  expect(html).toBe(
    '<h2 id="part-1">はじめに</h2><p>文</p><h3>細目</h3><h2 id="part-2">一回め &amp; <em>二回め</em></h2>',
  );
  expect(headings).toEqual([
    { id: 'part-1', title: 'はじめに' },
    { id: 'part-2', title: '一回め & 二回め' },
  ]);
});

test('a note without headings is left as it is', () => {
  expect(withAnchors('<p>文</p>')).toEqual({ html: '<p>文</p>', headings: [] });
});

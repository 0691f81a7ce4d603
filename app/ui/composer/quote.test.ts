import { expect, test } from 'vitest';
import { quote } from './quote.ts';

function quoted(text: string, passage: string): string {
  const start = text.indexOf(passage);
  const { before, passage: inside, after } = quote(text, start, start + passage.length);
  return `${before}［${inside}］${after}`;
}

test('shows a short text whole', () => {
  expect(quoted('佐藤さんです', '佐藤')).toBe('［佐藤］さんです');
});

test('shows twelve characters on both sides of a long one', () => {
  expect(quoted(`${'前'.repeat(20)}佐藤${'後'.repeat(20)}`, '佐藤')).toBe(
    `…${'前'.repeat(12)}［佐藤］${'後'.repeat(12)}…`,
  );
});

test('stays on one line', () => {
  expect(quoted('相談です。\n\n佐藤さん\nのこと', '佐藤')).toBe('相談です。 ［佐藤］さん のこと');
});

test('does not cut a character in half', () => {
  const { before, after } = quote('𠮷a234567890123佐藤1234567890a𠮷', 16, 18);
  expect(before + after).not.toMatch(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  );
});

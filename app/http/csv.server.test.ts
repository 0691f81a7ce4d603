import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('a table is CSV with a byte order mark, CRLF, and quotes where they are needed', () => {
  expect(
    toCsv([
      ['質問', 'n'],
      ['感想, "ひとこと"\nまで', 3],
      [null, 36.1],
    ]),
  ).toBe('\ufeff質問,n\r\n"感想, ""ひとこと""\nまで",3\r\n,36.1\r\n');
});

test('a text is never a formula, a number stays one', () => {
  const texts = ['=1+1', '+81', '-2', '@cmd', '\t=1', '＝SUM(A1)'];
  for (const text of texts) expect(toCsv([[text]])).toContain(`'${text}`);
  expect(toCsv([[-2]])).toBe('\ufeff-2\r\n');
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('every icon name has a symbol in the sprite, and every symbol a name', () => {
  const names = [...read('./icon.tsx').matchAll(/^ {2}\| '([a-z]+)'/gm)].map((match) => match[1]);
  const symbols = [...read('../../public/icons.svg').matchAll(/<symbol id="([a-z]+)"/g)].map(
    (match) => match[1],
  );

  expect(names.length).toBeGreaterThan(40);
  expect(names.toSorted()).toEqual(symbols.toSorted());
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Changes } from './changes.tsx';

const LONG = 'あ'.repeat(300);
const CHANGES = [
  { kind: 'same' as const, text: LONG },
  { kind: 'added' as const, text: '足した' },
  { kind: 'same' as const, text: LONG },
  { kind: 'removed' as const, text: '消した' },
  { kind: 'same' as const, text: '短い。' },
];

test('all of a text is shown, or only what changed with a few words around it', () => {
  const letters = (brief: boolean) =>
    renderToStaticMarkup(<Changes changes={CHANGES} brief={brief} />).match(/あ/g)?.length;
  expect(letters(false)).toBe(600);
  expect(letters(true)).toBe(60 + 120);
  const html = renderToStaticMarkup(<Changes changes={CHANGES} brief />);
  for (const words of ['足した', '消した', '短い。', '⋯⋯']) expect(html).toContain(words);
});

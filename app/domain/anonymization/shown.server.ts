import { type Unmarked, withoutMarkup } from '#lint/text/markup.ts';
import { renderForCheck } from '../posts/markdown.server.ts';

const MARKUP = /[*_~`\\[\]<>&#|]/;
/** Inside a line; every other tag begins or ends a line. */
const INLINE = /<\/?(?:strong|em|del|code|a)(?: [^<>]*)?>/g;
const TAG = /<[^<>]*>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** Characters that markup may take between two that are shown. */
const MOST_HIDDEN = 2000;

/**
 * A text as readers will see it, by the renderer itself: whatever Markdown may join, the check sees it joined.
 *
 * @returns undefined where the engine's own view of Markdown says the same, which is nearly always
 */
export function shownView(typed: string): Unmarked | undefined {
  if (!MARKUP.test(typed)) return undefined;
  const shown = renderForCheck(typed)
    .replace(INLINE, '')
    .replace(TAG, '\n')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  const expected = withoutMarkup(typed)?.text ?? typed;
  if (letters(shown) === letters(expected)) return undefined;
  return aligned(typed, shown);
}

/** What is left without the marks of lists, quotes and tables, which join nothing. */
const letters = (text: string) =>
  text.replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])(?=\s)/gm, '').replace(/[\s|:-]/g, '');

/** Finds each character that is shown in the typed text, one after another. */
function aligned(typed: string, shown: string): Unmarked {
  const at: number[] = [];
  let next = 0;
  for (const unit of shown.split('')) {
    const found = typed.indexOf(unit, next);
    // A line break that a tag stands for was not typed; it has the place of what follows.
    if (found >= 0 && found - next <= MOST_HIDDEN && (unit !== '\n' || found === next)) next = found + 1;
    at.push(Math.max(0, next - 1));
  }
  return {
    text: shown,
    original: (start, end) => ({
      start: at[start] ?? typed.length,
      end: (at[end - 1] ?? typed.length - 1) + 1,
    }),
  };
}

import { renderToStaticMarkup } from 'react-dom/server';
import type { QuestionRow as Row } from '#app/domain/questions/list.server.ts';
import { QuestionRow } from '#app/ui/question-row.tsx';
import { showTimeAgo } from '#app/ui/time.ts';
import { FragmentCache } from './fragment-cache.server.ts';

/** Rows kept ready: under 2 KB each. */
const cache = new FragmentCache(1000);

/** Rows of a question list as HTML for an <ol>; each is kept under all that it depends on, the words for its time included. */
export function renderRows(rows: readonly Row[], now: Date): string {
  return rows
    .map((row) => {
      const key = `${row.id} ${row.version} ${showTimeAgo(row.at, now)}`;
      let html = cache.get(key);
      if (html === undefined) {
        html = renderToStaticMarkup(<QuestionRow {...row} now={now} />);
        cache.set(key, html);
      }
      return html;
    })
    .join('');
}

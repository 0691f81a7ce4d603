import { renderToStaticMarkup } from 'react-dom/server';
import type { QuestionRow as Row } from '#app/domain/questions/list.server.ts';
import { RecentlyUsed } from '#app/domain/recently-used.ts';
import { QuestionRow } from '#app/ui/question-row.tsx';
import { showTimeAgo } from '#app/ui/time.ts';
import { type Piece, toPiece } from './page-bytes.server.ts';

/** Rows kept ready: under 2 KB each. */
const cache = new RecentlyUsed<Piece>(1000);

/** Rows of a question list for an <ol>; each is kept under all that it depends on, the words for its time included. */
export function rowsPiece(rows: readonly Row[], now: Date): Piece {
  return rows.flatMap((row) => {
    const key = `${row.id} ${row.version} ${showTimeAgo(row.at, now)}`;
    let piece = cache.get(key);
    if (piece === undefined) {
      piece = toPiece(renderToStaticMarkup(<QuestionRow {...row} now={now} />));
      cache.set(key, piece);
    }
    return piece;
  });
}

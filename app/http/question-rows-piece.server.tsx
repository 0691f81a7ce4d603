import { renderToStaticMarkup } from 'react-dom/server';
import { type QuestionHead, questionsByIds } from '#app/domain/questions/list.server.ts';
import { RecentlyUsed } from '#app/domain/recently-used.ts';
import { QuestionRow } from '#app/ui/question-row.tsx';
import { showTimeAgo } from '#app/ui/time.ts';
import type { Db } from '#db/schema.ts';
import { type Piece, toPiece } from './page-bytes.server.ts';

/** Rows kept ready: under 2 KB each. */
const cache = new RecentlyUsed<Piece>(1000);

/**
 * Rows of a question list for an <ol>; each is kept under all that it depends on, the words for its time included, and
 * only those that are not at hand are read.
 *
 * @param style `section` for a few under a heading of their own, without their first words
 */
export async function rowsPiece(
  db: Db,
  heads: readonly QuestionHead[],
  now: Date,
  style: 'page' | 'section' = 'page',
): Promise<Piece> {
  const keyOf = ({ id, version, at }: QuestionHead) => `${style} ${id} ${version} ${showTimeAgo(at, now)}`;
  const pieces = new Map(heads.map((head) => [head.id, cache.get(keyOf(head))]));
  const missing = heads.filter(({ id }) => pieces.get(id) === undefined);
  for (const row of await questionsByIds(
    db,
    missing.map(({ id }) => id),
  )) {
    const looks = style === 'page' ? row : { ...row, lead: null, heading: 'h3' as const };
    const piece = toPiece(renderToStaticMarkup(<QuestionRow {...looks} now={now} />));
    pieces.set(row.id, piece);
    cache.set(keyOf(row), piece);
  }
  return heads.flatMap(({ id }) => pieces.get(id) ?? []);
}

import { Posted } from '#app/ui/thread/posted.tsx';
import { keptPiece } from './kept-piece.server.ts';
import { type Piece, toPiece } from './page-bytes.server.ts';

/** What `posted` says of a post that grew from a draft: nobody is told yet of one that waits. */
export function draftDone(draftKey: string, { waiting }: { waiting: boolean }): string {
  return waiting ? `waiting-${draftKey}` : draftKey;
}

/** The address of a thread that tells what was just sent, at the post itself if there is one. */
export function postedHref(questionId: string, posted: string, anchor?: string): string {
  const thread = `/questions/${questionId}?posted=${posted}`;
  return anchor === undefined ? thread : `${thread}&at=${anchor}#${anchor}`;
}

/**
 * Puts the word about what was just sent where the browser jumps to; above the thread it would be out of view.
 * The thread itself is the same for many readers, so it does not know.
 */
export function withPosted(thread: Piece, { searchParams }: URL): Piece {
  const posted = searchParams.get('posted');
  if (posted === null) return thread;
  const html = Buffer.concat(thread).toString();
  const at = searchParams.get('at') ?? '';
  const place = /^(?:answer|comment)-[a-z0-9]+$/.test(at)
    ? new RegExp(`<li [^>]*id="${at}"[^>]*>(?:<article[^>]*>)?`).exec(html)
    : null;
  const end = place ? place.index + place[0].length : 0;
  return [...toPiece(html.slice(0, end)), ...keptPiece(Posted, { posted }), ...toPiece(html.slice(end))];
}

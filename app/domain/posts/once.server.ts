import { isUniqueViolation } from '#db/errors.server.ts';
import type { Db, PostKind, PostStatus } from '#db/schema.ts';
import { accepted, type Outcome } from '../outcome.ts';

export interface Posted {
  id: string;
  /** Only its author and the desk see the post until the desk decides. */
  waiting: boolean;
}

/** How long the same text is taken for the same post, in milliseconds. */
const SAME_WITHIN = 30 * 60 * 1000;

/** From when on a post with the same words, sent at `now`, is the same post. */
export const sameSince = (now: Date): string => new Date(now.getTime() - SAME_WITHIN).toISOString();

/** A post that was deleted is gone: the same words may be posted anew. */
export const STANDING: PostStatus[] = ['visible', 'waiting', 'hidden'];

/**
 * Stores a post unless this submission was stored before (a double click, a retry on a bad line):
 * then the first one is the answer.
 *
 * @param same what the author has just posted with the same words at the same place. Without scripts a browser that
 *   goes back brings the words along and asks for the form anew, which then has another key.
 */
export async function postOnce(
  db: Db,
  kind: PostKind,
  post: { id: string; status: PostStatus; authorId: string; submissionKey: string },
  same: { id: string; status: PostStatus } | undefined,
  store: () => Promise<void>,
): Promise<Outcome<Posted>> {
  if (same) return accepted({ id: same.id, waiting: same.status !== 'visible' });
  try {
    await store();
    return accepted({ id: post.id, waiting: post.status === 'waiting' });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await db
      .selectFrom(kind)
      .select(['id', 'status'])
      .where('author_id', '=', post.authorId)
      .where('submission_key', '=', post.submissionKey)
      .executeTakeFirst();
    if (!first) throw error;
    return accepted({ id: first.id, waiting: first.status !== 'visible' });
  }
}

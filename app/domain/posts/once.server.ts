import { isUniqueViolation } from '#db/errors.server.ts';
import type { Db, PostKind, PostStatus } from '#db/schema.ts';
import { accepted, type Outcome } from '../outcome.ts';

export interface Posted {
  id: string;
  /** The author objected to a finding: only they and the desk see the post until the desk decides. */
  waiting: boolean;
}

/**
 * Stores a post unless this submission was stored before (a double click, a retry on a bad line):
 * then the first one is the answer.
 */
export async function postOnce(
  db: Db,
  kind: PostKind,
  post: { id: string; status: PostStatus; authorId: string; submissionKey: string },
  store: () => Promise<void>,
): Promise<Outcome<Posted>> {
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
    return accepted({ id: first.id, waiting: first.status === 'waiting' });
  }
}

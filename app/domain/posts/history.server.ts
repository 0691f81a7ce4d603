import type { Db, PostKind } from '#db/schema.ts';
import { findPost } from './own.server.ts';

/** A post that everybody sees, and what it said before each of its edits, newest first. */
export async function readHistory(db: Db, kind: PostKind, id: string) {
  const post = await findPost(db, kind, id);
  if (!post) return undefined;
  const earlier = await db
    .selectFrom('revision')
    .select(['title', 'body_html as html', 'replaced_at as replacedAt'])
    .where('post_id', '=', id)
    .orderBy('replaced_at', 'desc')
    .execute();
  const { title, html, questionId } = post;
  return { post: { title, html, questionId }, earlier };
}

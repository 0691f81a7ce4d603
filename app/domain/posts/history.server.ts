import type { Db, PostKind } from '#db/schema.ts';
import { type Change, changesBetween } from '../text/changes.ts';
import { findPost } from './own.server.ts';

/** One edit: what it changed. A title that stayed has no changes. */
export interface Edit {
  at: string;
  title: Change[];
  body: Change[];
}

/** A post that everybody sees, and what each of its edits changed, newest first. */
export async function readHistory(db: Db, kind: PostKind, id: string) {
  const post = await findPost(db, kind, id);
  if (!post) return undefined;
  const earlier = await db
    .selectFrom('revision')
    .select(['title', 'body', 'replaced_at as replacedAt'])
    .where('post_id', '=', id)
    .orderBy('replaced_at', 'desc')
    .execute();
  const { title, html, questionId } = post;
  const edits = earlier.map((before, index): Edit => {
    const after = earlier[index - 1] ?? post;
    return {
      at: before.replacedAt,
      // Only questions have titles of their own.
      title:
        kind === 'question' && before.title !== after.title ? changesBetween(before.title, after.title) : [],
      body: changesBetween(before.body, after.body),
    };
  });
  return { post: { title, html, questionId }, edits };
}

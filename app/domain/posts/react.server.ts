import type { Db, ReactionKind } from '#db/schema.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { bumpVersion } from '../questions/solve.server.ts';

/**
 * Adds or takes back a member's reaction: うちも同じ to a question, 助かりました or やってみる to an answer.
 * Repeating it changes nothing, so a double click does no harm. One's own posts are for others to react to.
 */
export async function react(
  db: Db,
  memberId: string,
  kind: ReactionKind,
  postId: string,
  on: boolean,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const post =
      kind === 'same'
        ? await tx
            .selectFrom('question')
            .select(['id as questionId', 'author_id'])
            .where('id', '=', postId)
            .where('status', '=', 'visible')
            .executeTakeFirst()
        : await tx
            .selectFrom('answer')
            .select(['question_id as questionId', 'author_id'])
            .where('id', '=', postId)
            .where('status', '=', 'visible')
            .executeTakeFirst();
    if (!post) return refused({ code: 'not-found' });
    if (post.author_id === memberId) return refused({ code: 'forbidden' });
    if (on) {
      await tx
        .insertInto('reaction')
        .values({
          kind,
          post_id: postId,
          question_id: post.questionId,
          member_id: memberId,
          reacted_at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    } else {
      await tx
        .deleteFrom('reaction')
        .where('question_id', '=', post.questionId)
        .where('post_id', '=', postId)
        .where('kind', '=', kind)
        .where('member_id', '=', memberId)
        .execute();
    }
    await bumpVersion(tx, post.questionId);
    return accepted(null);
  });
}

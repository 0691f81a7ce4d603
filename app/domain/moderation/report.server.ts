import type { Db, PostKind, Tx } from '#db/schema.ts';
import { notify } from '../notices/notify.server.ts';
import { type Outcome, refused } from '../outcome.ts';
import { withdrawIn } from '../posts/delete.server.ts';
import { findPost } from '../posts/own.server.ts';
import type { ReportReason } from './report-reasons.ts';

/** A member reports that a post may tell who somebody is: it is hidden at once, and the desk decides. */
export async function reportPost(
  db: Db,
  memberId: string,
  kind: PostKind,
  id: string,
  reason: ReportReason,
  now: Date,
): Promise<Outcome<{ questionId: string }>> {
  // What others do not see anyway is for its author and the desk alone.
  if (!(await findPost(db, kind, id))) return refused({ code: 'not-found' });
  return db.transaction().execute(async (tx) => {
    if (await isDecided(tx, memberId, id)) return refused({ code: 'decided' });
    const hidden = await withdrawIn(tx, memberId, kind, id, 'hidden', now);
    if (!hidden.ok) return hidden;
    if (!(await isReported(tx, id))) await tellAuthor(tx, memberId, kind, id, hidden.value.questionId, now);
    const report = { reason, reported_at: now.toISOString(), decided_at: null };
    await tx
      .insertInto('report')
      .values({ post_id: id, kind, member_id: memberId, ...report })
      .onConflict((conflict) => conflict.columns(['post_id', 'member_id']).doUpdateSet(report))
      .execute();
    return hidden;
  });
}

/** Whether the desk has let through what this member reported; a text that was edited since is another. */
export async function isDecided(db: Db, memberId: string, postId: string): Promise<boolean> {
  const decided = await db
    .selectFrom('report')
    .select('decided_at')
    .where('post_id', '=', postId)
    .where('member_id', '=', memberId)
    .where('decided_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('revision')
            .select('revision.id')
            .whereRef('revision.post_id', '=', 'report.post_id')
            .whereRef('revision.replaced_at', '>', 'report.decided_at'),
        ),
      ),
    )
    .executeTakeFirst();
  return decided !== undefined;
}

async function isReported(tx: Tx, postId: string): Promise<boolean> {
  const report = await tx
    .selectFrom('report')
    .select('post_id')
    .where('post_id', '=', postId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return report !== undefined;
}

async function tellAuthor(
  tx: Tx,
  reporterId: string,
  kind: PostKind,
  id: string,
  questionId: string,
  now: Date,
): Promise<void> {
  const posts = kind === 'question' ? tx.selectFrom('question as post') : tx.selectFrom(`${kind} as post`);
  const { author_id } = await (posts as ReturnType<typeof tx.selectFrom<'answer as post'>>)
    .select('post.author_id')
    .where('post.id', '=', id)
    .executeTakeFirstOrThrow();
  await notify(tx, 'hidden', author_id, questionId, kind === 'question' ? '' : id, reporterId, now);
}

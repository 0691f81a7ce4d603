import { eraseDeleted } from '#db/erase.server.ts';
import type { Db, PostKind, PostStatus, Tx } from '#db/schema.ts';
import { forgetHits } from '../anonymization/record.server.ts';
import { unpublishAnswer } from '../answers/publish.server.ts';
import { recordAudit } from '../audit.server.ts';
import { tellReporters } from '../moderation/tell-reporters.server.ts';
import { enqueue, enqueueThread } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { bumpVersion } from '../questions/solve.server.ts';
import { tagsOf } from '../questions/tags.server.ts';
import { tally, topicsOf } from '../questions/tally.server.ts';
import { DELETE_WITHIN } from './limits.ts';
import { NO_HTML, NO_TEXT } from './nothing.ts';
import { findOwnPost } from './own.server.ts';

/**
 * The author takes a post back within the hour; later the desk can. A question that others have answered is no longer
 * its author's alone: with it their answers would go.
 */
export async function deleteOwnPost(
  db: Db,
  memberId: string,
  kind: PostKind,
  id: string,
  now: Date,
): Promise<Outcome<{ questionId: string }>> {
  const post = await findOwnPost(db, memberId, kind, id);
  if (!post) return refused({ code: 'not-found' });
  if (now.getTime() - Date.parse(post.postedAt) > DELETE_WITHIN) return refused({ code: 'too-late' });
  if (kind === 'question' && (await hasAnswersOfOthers(db, memberId, id)))
    return refused({ code: 'has-answers' });
  return withdrawPost(db, memberId, kind, id, 'deleted', now);
}

async function hasAnswersOfOthers(db: Db, memberId: string, questionId: string): Promise<boolean> {
  const answer = await db
    .selectFrom('answer')
    .select('id')
    .where('question_id', '=', questionId)
    .where('author_id', '!=', memberId)
    .where('status', '!=', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return answer !== undefined;
}

/**
 * Takes a post out of everybody's sight: deleted for good, or hidden until the desk has decided.
 *
 * @param actorId who did it, for the audit trail
 */
export async function withdrawPost(
  db: Db,
  actorId: string,
  kind: PostKind,
  id: string,
  status: Extract<PostStatus, 'deleted' | 'hidden'>,
  now: Date,
): Promise<Outcome<{ questionId: string }>> {
  const withdrawn = await db.transaction().execute((tx) => withdrawIn(tx, actorId, kind, id, status, now));
  if (status === 'deleted') await eraseDeleted(db);
  return withdrawn;
}

/** The same as a part of something larger. */
export async function withdrawIn(
  tx: Tx,
  actorId: string,
  kind: PostKind,
  id: string,
  status: Extract<PostStatus, 'deleted' | 'hidden'>,
  now: Date,
): Promise<Outcome<{ questionId: string }>> {
  const found = await findPost(tx, kind, id);
  if (!found) return refused({ code: 'not-found' });
  const { questionId } = found;
  // From here on the thread is this transaction's: two reports at the same moment take it out of the counts once.
  await bumpVersion(tx, questionId);
  const post = await findPost(tx, kind, id);
  if (!post || post.status === 'deleted') return refused({ code: 'not-found' });
  await tx.updateTable(kind).set({ status }).where('id', '=', id).execute();
  if (post.status === 'visible') {
    if (kind === 'answer') await unpublishAnswer(tx, questionId);
    if (kind === 'question') await tally(tx, topicsOf(post.programme, await tagsOf(tx, id)), post.state, -1);
  }
  if (kind === 'question') await enqueueThread(tx, 'unindex', id, now);
  if (kind === 'answer') await enqueue(tx, 'unindex', `answer:${id}`, now);
  if (status === 'deleted') {
    await tellReporters(tx, 'report-deleted', id, questionId, actorId, now);
    await redactWhole(tx, kind, id);
  }
  await recordAudit(tx, actorId, status, `${kind}:${id}`, now);
  return accepted({ questionId });
}

/**
 * A question takes its thread along: nobody can reach it any more. The replies to an answer are other people's words
 * and stay.
 */
async function redactWhole(tx: Tx, kind: PostKind, id: string): Promise<void> {
  await redact(tx, kind, id);
  if (kind !== 'question') return;
  for (const under of ['comment', 'answer'] as const) {
    const posts = await tx.selectFrom(under).select('id').where('question_id', '=', id).execute();
    for (const post of posts) await redact(tx, under, post.id);
  }
}

/** What is deleted is gone from every place that held it; the audit trail knows only that there was a post. */
async function redact(tx: Tx, kind: PostKind, id: string): Promise<void> {
  await tx.updateTable(kind).set({ body: NO_TEXT, body_html: NO_HTML }).where('id', '=', id).execute();
  if (kind === 'question') {
    await tx
      .updateTable('question')
      .set({ title: NO_TEXT, lead: NO_TEXT, outcome: NO_TEXT })
      .where('id', '=', id)
      .execute();
    await tx.deleteFrom('question_tag').where('question_id', '=', id).execute();
  }
  for (const table of ['revision', 'kept_warning', 'objection', 'report'] as const) {
    await tx.deleteFrom(table).where('post_id', '=', id).execute();
  }
  await forgetHits(tx, id);
}

function findPost(tx: Tx, kind: PostKind, id: string) {
  if (kind === 'question') {
    return tx
      .selectFrom('question')
      .select(['id as questionId', 'status', 'programme', 'state'])
      .where('id', '=', id)
      .executeTakeFirst();
  }
  const posts = kind === 'answer' ? tx.selectFrom('answer as post') : tx.selectFrom('comment as post');
  return (posts as ReturnType<typeof tx.selectFrom<'answer as post'>>)
    .innerJoin('question', 'question.id', 'post.question_id')
    .select(['question.id as questionId', 'post.status', 'question.programme', 'question.state'])
    .where('post.id', '=', id)
    .executeTakeFirst();
}

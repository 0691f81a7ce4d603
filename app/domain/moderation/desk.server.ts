import type { Db, PostKind, Tx } from '#db/schema.ts';
import { wordsInForce } from '../anonymization/settings.server.ts';
import { publishStoredAnswer } from '../answers/publish.server.ts';
import { recordAudit } from '../audit.server.ts';
import { publishComment } from '../comments/comment.server.ts';
import { countHeldNotes } from '../notes/held.server.ts';
import { notify } from '../notices/notify.server.ts';
import { enqueueThread } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { withdrawIn } from '../posts/delete.server.ts';
import { bumpVersion } from '../questions/solve.server.ts';
import { tagsOf } from '../questions/tags.server.ts';
import { tally, topicsOf } from '../questions/tally.server.ts';
import { allowWordsOf, isNameOf, keepAgreed } from './agree.server.ts';
import type { ReportReason } from './report-reasons.ts';
import { tellReporters } from './tell-reporters.server.ts';

/** A post that waits for the desk: its author disputes findings, or a member reported it. */
export interface PendingPost {
  kind: PostKind;
  id: string;
  status: 'waiting' | 'hidden';
  questionId: string;
  body: string;
  title: string;
  author: { organization: string; familyName: string };
  at: string;
  /** The disputed passages, with their rule. */
  disputed: Array<{ ruleId: string; passage: string }>;
  /** Whether the disputed passages may be words for the whole network: somebody's full name is none. */
  allowable: boolean;
  /** Who reported it and why, first come first. */
  reports: Array<{ reason: ReportReason; at: string; organization: string; familyName: string }>;
}

/** What waits for the desk, oldest first. */
export async function pendingPosts(db: Db): Promise<PendingPost[]> {
  const questions = await db
    .selectFrom('question')
    .innerJoin('member', 'member.id', 'question.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'question.id',
      'question.id as questionId',
      'question.status',
      'question.title',
      'question.body',
    ])
    .select([
      'question.asked_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('question.status', 'in', ['waiting', 'hidden'])
    .execute();
  const answers = await db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['answer.id', 'question.id as questionId', 'answer.status', 'question.title', 'answer.body'])
    .select([
      'answer.answered_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('answer.status', 'in', ['waiting', 'hidden'])
    .execute();
  const comments = await db
    .selectFrom('comment')
    .innerJoin('question', 'question.id', 'comment.question_id')
    .innerJoin('member', 'member.id', 'comment.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['comment.id', 'question.id as questionId', 'comment.status', 'question.title', 'comment.body'])
    .select([
      'comment.commented_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('comment.status', 'in', ['waiting', 'hidden'])
    .execute();
  const objections = await db
    .selectFrom('objection')
    .select(['post_id', 'rule_id as ruleId', 'passage'])
    .execute();
  const reports = await db
    .selectFrom('report')
    .innerJoin('member', 'member.id', 'report.member_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['report.post_id', 'report.reason', 'report.reported_at as at'])
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .where('report.decided_at', 'is', null)
    .orderBy('report.reported_at')
    .execute();
  const reportsOf = Map.groupBy(reports, (report) => report.post_id);
  const disputedIn = Map.groupBy(objections, (objection) => objection.post_id);
  const view = (kind: PostKind, row: (typeof questions)[number]): PendingPost => ({
    kind,
    id: row.id,
    status: row.status === 'hidden' ? 'hidden' : 'waiting',
    questionId: row.questionId,
    title: row.title,
    body: row.body,
    author: { organization: row.organization, familyName: row.familyName },
    at: row.at,
    disputed: (disputedIn.get(row.id) ?? []).map(({ ruleId, passage }) => ({ ruleId, passage })),
    allowable: disputedIn.has(row.id) && !disputedIn.get(row.id)?.some(({ passage }) => isNameOf(passage)),
    reports: (reportsOf.get(row.id) ?? []).map(({ post_id: _, ...report }) => report),
  });
  return [
    ...questions.map((row) => view('question', row)),
    ...answers.map((row) => view('answer', row)),
    ...comments.map((row) => view('comment', row)),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** One of them. */
export async function findPendingPost(db: Db, kind: PostKind, id: string): Promise<PendingPost | undefined> {
  return (await pendingPosts(db)).find((post) => post.kind === kind && post.id === id);
}

/** How many wait for the desk; stands in its navigation. */
export async function countPending(db: Db): Promise<number> {
  const pending = ['waiting', 'hidden'] as const;
  const { questions, answers, comments } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('question')
        .select(fn.countAll<number>().as('n'))
        .where('status', 'in', pending)
        .as('questions'),
      selectFrom('answer').select(fn.countAll<number>().as('n')).where('status', 'in', pending).as('answers'),
      selectFrom('comment')
        .select(fn.countAll<number>().as('n'))
        .where('status', 'in', pending)
        .as('comments'),
    ])
    .executeTakeFirstOrThrow();
  return Number(questions) + Number(answers) + Number(comments) + (await countHeldNotes(db));
}

/**
 * The desk lets a waiting or hidden post through.
 *
 * @param allowWords whether its disputed words are no names for the whole network from now on
 */
export async function releasePost(
  db: Db,
  deskId: string,
  kind: PostKind,
  id: string,
  allowWords: boolean,
  now: Date,
): Promise<Outcome<null>> {
  const released = await db.transaction().execute(async (tx) => {
    const post = await findPending(tx, kind, id);
    if (!post) return refused({ code: 'not-found' });
    if (allowWords) await allowWordsOf(tx, deskId, id, now);
    await keepAgreed(tx, deskId, kind, id, id, now);
    await tx.deleteFrom('objection').where('post_id', '=', id).execute();
    await tellReporters(tx, 'report-released', id, post.questionId, deskId, now);
    await tx
      .updateTable('report')
      .set({ decided_at: now.toISOString() })
      .where('post_id', '=', id)
      .where('decided_at', 'is', null)
      .execute();
    await tx.updateTable(kind).set({ status: 'visible' }).where('id', '=', id).execute();
    if (kind === 'question') await publishQuestion(tx, id, now);
    if (kind === 'answer') await publishStoredAnswer(tx, id, now);
    if (kind === 'comment') await publishComment(tx, id, now);
    await notify(tx, 'released', post.authorId, post.questionId, kind === 'question' ? '' : id, deskId, now);
    await recordAudit(tx, deskId, 'released', `${kind}:${id}`, now);
    return accepted(null);
  });
  if (allowWords) wordsInForce.forget(db);
  return released;
}

/** The desk keeps a post out of sight for good and tells its author. */
export async function rejectPost(
  db: Db,
  deskId: string,
  kind: PostKind,
  id: string,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const post = await findPending(tx, kind, id);
    if (!post) return refused({ code: 'not-found' });
    const withdrawn = await withdrawIn(tx, deskId, kind, id, 'deleted', now);
    if (!withdrawn.ok) return withdrawn;
    await notify(tx, 'returned', post.authorId, post.questionId, kind === 'question' ? '' : id, deskId, now);
    return accepted(null);
  });
}

async function publishQuestion(tx: Tx, id: string, now: Date): Promise<void> {
  const { programme, state } = await tx
    .selectFrom('question')
    .select(['programme', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await tally(tx, topicsOf(programme, await tagsOf(tx, id)), state, 1);
  await enqueueThread(tx, 'index', id, now);
}

/** Its thread is this transaction's from then on, so that a second click finds that the first has decided. */
async function findPending(tx: Tx, kind: PostKind, id: string) {
  const found = await readPending(tx, kind, id);
  if (!found) return undefined;
  await bumpVersion(tx, found.questionId);
  return readPending(tx, kind, id);
}

function readPending(tx: Tx, kind: PostKind, id: string) {
  const pending = ['waiting', 'hidden'] as const;
  if (kind === 'question') {
    return tx
      .selectFrom('question')
      .select(['id as questionId', 'author_id as authorId'])
      .where('id', '=', id)
      .where('status', 'in', pending)
      .executeTakeFirst();
  }
  const table = kind === 'answer' ? tx.selectFrom('answer as post') : tx.selectFrom('comment as post');
  return (table as ReturnType<typeof tx.selectFrom<'answer as post'>>)
    .select(['post.question_id as questionId', 'post.author_id as authorId'])
    .where('post.id', '=', id)
    .where('post.status', 'in', pending)
    .executeTakeFirst();
}

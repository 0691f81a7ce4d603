import type { ExpressionBuilder } from 'kysely';
import { prepared } from '#db/prepared.server.ts';
import type { Db, Schema } from '#db/schema.ts';
import { unreadOfMeetings } from '../meetings/meeting-notices.server.ts';
import { unreadOfNotes } from '../notes/note-notices.server.ts';

/** What happened in a thread that is out of sight is no news, but that the desk took it out of sight is. */
const isShown = (eb: ExpressionBuilder<Schema, 'notice' | 'question'>) =>
  eb.or([
    eb('question.status', '=', 'visible'),
    eb.and([
      eb('question.status', 'in', ['waiting', 'hidden']),
      eb('question.author_id', '=', eb.ref('notice.member_id')),
    ]),
    eb('notice.kind', 'in', ['returned', 'report-deleted']),
  ]);

const unreadOfThreads = (db: Db, memberId: string) =>
  db
    .selectFrom('notice')
    .innerJoin('question', 'question.id', 'notice.question_id')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('notice.member_id', '=', memberId)
    .where('notice.read_at', 'is', null)
    .where(isShown);

const unread = prepared((db, { memberId }: { memberId: string }) =>
  db.selectNoFrom([
    unreadOfThreads(db, memberId).as('threads'),
    unreadOfNotes(db, memberId).as('notes'),
    unreadOfMeetings(db, memberId).as('meetings'),
  ]),
);

/** How many notices a member has not read; asked for every page. */
export async function countUnread(db: Db, memberId: string): Promise<number> {
  const [counts] = await unread(db, { memberId });
  return Number(counts?.threads) + Number(counts?.notes) + Number(counts?.meetings);
}

const told = (db: Db, memberId: string) =>
  db
    .selectFrom('notice')
    .innerJoin('question', 'question.id', 'notice.question_id')
    .innerJoin('member', 'member.id', 'notice.actor_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'notice.id',
      'notice.kind',
      'notice.anchor',
      'notice.noticed_at as at',
      'notice.read_at as readAt',
      'question.id as questionId',
      'question.title',
      'question.status',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('notice.member_id', '=', memberId)
    .where(isShown);

type Told = Awaited<ReturnType<ReturnType<typeof told>['executeTakeFirstOrThrow']>>;

/** Who reported a post is told to nobody but the desk. */
const withActor = ({ familyName, organization, status, ...notice }: Told) => ({
  ...notice,
  gone: status === 'deleted',
  actor: notice.kind === 'hidden' ? null : { organization, familyName },
});

/** The newest notices of a member, newest first, with the thread and who acted. */
export async function newestNotices(db: Db, memberId: string, limit: number) {
  const rows = await told(db, memberId)
    .orderBy('notice.noticed_at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(withActor);
}

/** A post that is out of sight is not told by mail; that it went or came back is. */
const isThere = (eb: ExpressionBuilder<Schema, 'notice'>) =>
  eb.and([
    eb.or([
      eb('notice.kind', '!=', 'answer'),
      eb.exists(
        eb
          .selectFrom('answer')
          .select('answer.id')
          .whereRef('answer.id', '=', 'notice.anchor')
          .where('answer.status', '=', 'visible'),
      ),
    ]),
    eb.or([
      eb('notice.kind', '!=', 'comment'),
      eb.exists(
        eb
          .selectFrom('comment')
          .select('comment.id')
          .whereRef('comment.id', '=', 'notice.anchor')
          .where('comment.status', '=', 'visible'),
      ),
    ]),
  ]);

/** A notice that its member has not read and may see. */
export async function findUnreadNotice(db: Db, memberId: string, id: string) {
  const row = await told(db, memberId)
    .where('notice.id', '=', id)
    .where('notice.read_at', 'is', null)
    .where(isThere)
    .executeTakeFirst();
  return row && withActor(row);
}

/** What a member was told after one moment and up to another, and has not read; oldest first. */
export async function unreadNoticesBetween(db: Db, memberId: string, from: string, until: string) {
  const rows = await told(db, memberId)
    .where('notice.noticed_at', '>', from)
    .where('notice.noticed_at', '<=', until)
    .where('notice.read_at', 'is', null)
    .where(isThere)
    .orderBy('notice.noticed_at')
    .execute();
  return rows.map(withActor);
}

const unreadOfThread = prepared((db, { memberId, questionId }: { memberId: string; questionId: string }) =>
  db
    .selectFrom('notice')
    .select('id')
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
    .where('question_id', '=', questionId),
);

/** Whoever opens a thread has seen what happened in it. */
export async function markThreadRead(db: Db, memberId: string, questionId: string, now: Date): Promise<void> {
  const unread = await unreadOfThread(db, { memberId, questionId });
  if (unread.length === 0) return;
  await db
    .updateTable('notice')
    .set({ read_at: now.toISOString() })
    .where(
      'id',
      'in',
      unread.map((notice) => notice.id),
    )
    .execute();
}

export async function markAllRead(db: Db, memberId: string, now: Date): Promise<void> {
  for (const table of ['notice', 'note_notice', 'meeting_notice'] as const)
    await db
      .updateTable(table)
      .set({ read_at: now.toISOString() })
      .where('member_id', '=', memberId)
      .where('read_at', 'is', null)
      .execute();
}

const newAnswers = prepared((db, { memberId, limit }: { memberId: string; limit: number }) =>
  db
    .selectFrom('notice')
    .innerJoin('answer', 'answer.id', 'notice.anchor')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'answer.id',
      'answer.body',
      'answer.answered_at as at',
      'question.id as questionId',
      'question.title',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('notice.member_id', '=', memberId)
    .where('notice.kind', '=', 'answer')
    .where('notice.read_at', 'is', null)
    .where('answer.status', '=', 'visible')
    .where('question.status', '=', 'visible')
    .orderBy('notice.noticed_at', 'desc')
    .limit(limit),
);

/** Answers to the member's questions that they have not read, newest first, with their first words. */
export const unreadAnswers = (db: Db, memberId: string, limit: number) => newAnswers(db, { memberId, limit });

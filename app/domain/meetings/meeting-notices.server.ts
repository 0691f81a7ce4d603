import type { Db, MeetingNoticeKind, Tx } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { newId } from '../ids.server.ts';
import { mailNotice } from '../notices/mail-notice.server.ts';

/** Tells members of something about a meeting, each once; nobody is told of their own doings. */
export async function tellOfMeeting(
  tx: Tx,
  kind: MeetingNoticeKind,
  memberIds: readonly string[],
  slug: string,
  actorId: string,
  now: Date,
): Promise<void> {
  const told = [...new Set(memberIds)].filter((id) => id !== actorId);
  for (const memberId of told) {
    const id = newId();
    await tx
      .insertInto('meeting_notice')
      .values({
        id,
        member_id: memberId,
        meeting_slug: slug,
        kind,
        noticed_at: now.toISOString(),
        read_at: null,
      })
      .execute();
    await mailNotice(tx, 'meeting-notice', kind, memberId, id, now);
  }
}

const shown = (db: Db, memberId: string) =>
  db
    .selectFrom('meeting_notice')
    .innerJoin('meeting', 'meeting.slug', 'meeting_notice.meeting_slug')
    .where('meeting_notice.member_id', '=', memberId)
    .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'));

/** The number of what a member has not read, as a query. */
export const unreadOfMeetings = (db: Db, memberId: string) =>
  shown(db, memberId)
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('meeting_notice.read_at', 'is', null);

const facts = (db: Db, memberId: string) =>
  shown(db, memberId).select([
    'meeting_notice.id',
    'meeting_notice.kind',
    'meeting_notice.noticed_at as at',
    'meeting_notice.read_at as readAt',
    'meeting.slug',
    'meeting.series',
    'meeting.number',
    'meeting.title',
    'meeting.day',
  ]);

/** What a member is told about meetings, newest first. */
export const newestMeetingNotices = (db: Db, memberId: string, limit: number) =>
  facts(db, memberId)
    .orderBy('meeting_notice.noticed_at', 'desc')
    .orderBy('meeting_notice.id', 'desc')
    .limit(limit)
    .execute();

/** A notice that its member has not read and may see. */
export const findUnreadMeetingNotice = (db: Db, memberId: string, id: string) =>
  facts(db, memberId)
    .where('meeting_notice.id', '=', id)
    .where('meeting_notice.read_at', 'is', null)
    .executeTakeFirst();

/** What a member was told about meetings after one moment and up to another, and has not read; oldest first. */
export const unreadMeetingNoticesBetween = (db: Db, memberId: string, from: string, until: string) =>
  facts(db, memberId)
    .where('meeting_notice.noticed_at', '>', from)
    .where('meeting_notice.noticed_at', '<=', until)
    .where('meeting_notice.read_at', 'is', null)
    .orderBy('meeting_notice.noticed_at')
    .execute();

/** Whoever opens a meeting has seen what there was to tell about it. */
export async function markMeetingRead(db: Db, memberId: string, slug: string, now: Date): Promise<void> {
  await db
    .updateTable('meeting_notice')
    .set({ read_at: now.toISOString() })
    .where('member_id', '=', memberId)
    .where('meeting_slug', '=', slug)
    .where('read_at', 'is', null)
    .execute();
}

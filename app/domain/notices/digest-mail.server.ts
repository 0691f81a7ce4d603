import type { Db, MailWay } from '#db/schema.ts';
import { enqueueMail } from '../mail/enqueue.server.ts';
import type { MailKind } from '../mail/kind.ts';
import { unreadMeetingNoticesBetween } from '../meetings/meeting-notices.server.ts';
import { unreadNoteNoticesBetween } from '../notes/note-notices.server.ts';
import { isToldAtOnce } from './mail-way.ts';
import { textOf } from './notice-mail.server.ts';
import { unreadNoticesBetween } from './notices.server.ts';
import {
  MEETING_NOTICE_WORDS,
  meetingNoticePath,
  NOTE_NOTICE_WORDS,
  NOTICE_WORDS,
  noteNoticePath,
  noticePath,
} from './words.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** The daily mail is there when the working day begins: at eight in Tokyo, an hour before midnight in UTC. */
const HOUR_UTC = 23;
/** Most members who get theirs in one step of the worker. */
const AT_ONCE = 50;

/** The newest eight o'clock that has passed. */
function lastMorning(now: Date): Date {
  const morning = new Date(now);
  morning.setUTCHours(HOUR_UTC, 0, 0, 0);
  return morning <= now ? morning : new Date(morning.getTime() - DAY);
}

/**
 * Writes down the daily mail of members who have not had today's and whom something has happened to.
 *
 * @returns whether there are more of them
 */
export async function sendDigests(db: Db, now: Date): Promise<boolean> {
  const until = lastMorning(now).toISOString();
  const due = await db
    .selectFrom('member')
    .select(['id', 'mail_way as way', 'digested_at as digestedAt'])
    .where('mail_way', 'in', ['usual', 'digest'])
    .where(({ or, eb }) => or([eb('digested_at', 'is', null), eb('digested_at', '<', until)]))
    .limit(AT_ONCE)
    .execute();
  for (const { id, way, digestedAt } of due) {
    const from = digestedAt ?? new Date(Date.parse(until) - DAY).toISOString();
    await db.transaction().execute(async (tx) => {
      // Two processes look at the same time; the one that moves the member's mark writes.
      const { numUpdatedRows } = await tx
        .updateTable('member')
        .set({ digested_at: until })
        .where('id', '=', id)
        .where('digested_at', digestedAt === null ? 'is' : '=', digestedAt)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      const news = await newsOf(tx, id, way, from, until);
      if (news.threads.length + news.notes.length === 0) return;
      await enqueueMail(
        tx,
        { kind: 'digest', about: [way, from, until].join(' '), to: { memberId: id } },
        now,
      );
    });
  }
  return due.length === AT_ONCE;
}

/** What happened to a member in a span of time, they have not read, and had no mail about. */
async function newsOf(db: Db, memberId: string, way: MailWay, from: string, until: string) {
  const waits = ({ kind }: { kind: Parameters<typeof isToldAtOnce>[1] }) => !isToldAtOnce(way, kind);
  return {
    threads: (await unreadNoticesBetween(db, memberId, from, until)).filter(waits),
    notes: (await unreadNoteNoticesBetween(db, memberId, from, until)).filter(waits),
    meetings: (await unreadMeetingNoticesBetween(db, memberId, from, until)).filter(waits),
  };
}

/** The daily mail: everything since the one before, in the order in which it happened. */
export const digestMail: MailKind = async (db, about, { member }, { link }) => {
  if (!member) return undefined;
  const [way, from, until] = about.split(' ') as [MailWay, string, string];
  const { threads, notes, meetings } = await newsOf(db, member.id, way, from, until);
  const items = [
    ...(await Promise.all(
      threads.map(async (notice) => {
        const { kind, anchor, title, at, actor } = notice;
        const by = actor ? `（${actor.organization} ${actor.familyName}さん）` : '';
        const text = member.wantsText ? await textOf(db, kind, anchor) : undefined;
        const lines = [`■ ${NOTICE_WORDS[kind](1)}${by}`, `質問：${title}`, ...(text ? ['', text, ''] : [])];
        return { at, lines: [...lines, link(noticePath(notice))] };
      }),
    )),
    ...notes.map((notice) => ({
      at: notice.at,
      lines: [
        `■ ${NOTE_NOTICE_WORDS[notice.kind]}`,
        ...(notice.title === '' ? [] : [`ノート：${notice.title}`]),
        link(noteNoticePath(notice)),
      ],
    })),
    ...meetings.map((notice) => ({
      at: notice.at,
      lines: [
        `■ ${MEETING_NOTICE_WORDS[notice.kind]}`,
        `会：${notice.title}`,
        link(meetingNoticePath(notice)),
      ],
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  if (items.length === 0) return undefined;
  return {
    subject: `お知らせ ${items.length}件`,
    paragraphs: [
      'まだ見ていないお知らせをまとめました。',
      ...items.map(({ lines }) => lines.join('\n')),
      `すべてのお知らせ：\n${link('/notices')}`,
    ],
  };
};

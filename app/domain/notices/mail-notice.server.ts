import { prepared } from '#db/prepared.server.ts';
import type { MeetingNoticeKind, NoteNoticeKind, Tx } from '#db/schema.ts';
import { enqueueMail } from '../mail/enqueue.server.ts';
import type { NoticeKind } from './by-thread.ts';
import { isToldAtOnce } from './mail-way.ts';

const mailWayOf = prepared((db, { memberId }: { memberId: string }) =>
  db.selectFrom('member').select('mail_way').where('id', '=', memberId),
);

/** Sends a mail about a notice that was just written, to members who want to hear of it at once. */
export async function mailNotice(
  tx: Tx,
  mail: 'notice' | 'note-notice' | 'meeting-notice',
  kind: NoticeKind | NoteNoticeKind | MeetingNoticeKind,
  memberId: string,
  noticeId: string,
  now: Date,
): Promise<void> {
  const [member] = await mailWayOf(tx, { memberId });
  if (member && isToldAtOnce(member.mail_way, kind))
    await enqueueMail(tx, { kind: mail, about: noticeId, to: { memberId } }, now);
}

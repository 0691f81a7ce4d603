import type { MailWay, MeetingNoticeKind, NoteNoticeKind } from '#db/schema.ts';
import type { NoticeKind } from './by-thread.ts';

/** Whether something is worth a mail of its own; what is not waits for the daily one, if there is one. */
export function isToldAtOnce(way: MailWay, kind: NoticeKind | NoteNoticeKind | MeetingNoticeKind): boolean {
  // Who asks is waiting, perhaps with a client before them. All else can wait for the morning.
  return way === 'at-once' || (way === 'usual' && kind === 'answer');
}

import { MEETING_LETTERS } from '../meetings/meeting-letters.server.ts';
import { meetingNoticeMail } from '../meetings/notice-mail.server.ts';
import { noteNoticeMail } from '../notes/notice-mail.server.ts';
import { digestMail } from '../notices/digest-mail.server.ts';
import { noticeMail } from '../notices/notice-mail.server.ts';
import type { MailKind } from './kind.ts';

/** Every kind of mail that the site sends. Each is worded in a file of its own, in the room that it tells of. */
export const MAIL_KINDS = {
  notice: noticeMail,
  'note-notice': noteNoticeMail,
  'meeting-notice': meetingNoticeMail,
  digest: digestMail,
  ...MEETING_LETTERS,
} satisfies Record<string, MailKind>;

export type MailKindName = keyof typeof MAIL_KINDS;

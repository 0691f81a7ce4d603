import type { MailKind } from '../mail/kind.ts';
import { MEETING_NOTICE_WORDS, meetingNoticePath } from '../notices/words.ts';
import { findUnreadMeetingNotice } from './meeting-notices.server.ts';

/** What became of a meeting, at once. */
export const meetingNoticeMail: MailKind = async (db, id, { member }, { link }) => {
  const notice = member && (await findUnreadMeetingNotice(db, member.id, id));
  if (!notice) return undefined;
  const { kind, title } = notice;
  return {
    subject: MEETING_NOTICE_WORDS[kind],
    paragraphs: [
      `${MEETING_NOTICE_WORDS[kind]}。`,
      `会：${title}`,
      `サイトで読む：\n${link(meetingNoticePath(notice))}`,
    ],
  };
};

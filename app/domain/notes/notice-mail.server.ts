import type { MailKind } from '../mail/kind.ts';
import { NOTE_NOTICE_WORDS, noteNoticePath } from '../notices/words.ts';
import { findUnreadNoteNotice } from './note-notices.server.ts';

/** What happened to a note, at once. */
export const noteNoticeMail: MailKind = async (db, id, { member }, { link }) => {
  const notice = member && (await findUnreadNoteNotice(db, member.id, id));
  if (!notice) return undefined;
  const { kind, title, organization, familyName } = notice;
  return {
    subject: NOTE_NOTICE_WORDS[kind],
    paragraphs: [
      `${NOTE_NOTICE_WORDS[kind]}。`,
      familyName === null ? `ノート：${title}` : `ノート：${title}\n${organization} ${familyName}さん`,
      `サイトで読む：\n${link(noteNoticePath(notice))}`,
    ],
  };
};

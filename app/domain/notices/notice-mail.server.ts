import type { Db } from '#db/schema.ts';
import type { MailKind } from '../mail/kind.ts';
import type { NoticeKind } from './by-thread.ts';
import { findUnreadNotice } from './notices.server.ts';
import { NOTICE_WORDS, noticePath } from './words.ts';

/** What happened in a thread, at once. Whoever has read it on the site meanwhile gets no mail. */
export const noticeMail: MailKind = async (db, id, { member }, { link }) => {
  const notice = member && (await findUnreadNotice(db, member.id, id));
  if (!notice) return undefined;
  const { kind, title, actor } = notice;
  const what = NOTICE_WORDS[kind](1);
  const by = actor ? `${actor.organization} ${actor.familyName}さん` : null;
  const text = member.wantsText ? await textOf(db, kind, notice.anchor) : undefined;
  return {
    subject: kind === 'answer' ? `「${title}」に回答がありました` : what,
    paragraphs: [
      kind === 'answer' || kind === 'comment' ? `${by}から、${what}。` : `${what}。`,
      `質問：${title}`,
      ...(text === undefined ? [] : [text]),
      `サイトで読む：\n${link(noticePath(notice))}`,
    ],
  };
};

/** What was written, if everybody may see it. */
export async function textOf(db: Db, kind: NoticeKind, id: string): Promise<string | undefined> {
  if (kind !== 'answer' && kind !== 'comment') return undefined;
  const post =
    kind === 'answer'
      ? db.selectFrom('answer').select('body').where('id', '=', id).where('status', '=', 'visible')
      : db.selectFrom('comment').select('body').where('id', '=', id).where('status', '=', 'visible');
  return (await post.executeTakeFirst())?.body;
}

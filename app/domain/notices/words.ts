import type { MeetingNoticeKind, NoteNoticeKind } from '#db/schema.ts';
import type { NoticeKind } from './by-thread.ts';

/** What happened in a thread, as pages and mail tell it; `times` where it happens more than once. */
export const NOTICE_WORDS: Record<NoticeKind, (times: number) => string> = {
  answer: (times) => (times > 1 ? `回答が${times}件ありました` : '回答がありました'),
  comment: (times) => (times > 1 ? `返信が${times}件ありました` : '返信がありました'),
  asked: () => 'あなたの機関に、答えてほしい質問があります',
  solved: () => '解決済みになりました',
  hidden: () => '知らせがあり、あなたの投稿をいったん隠しました',
  released: () => 'あなたの投稿を確かめおわり、公開しました',
  returned: () => 'あなたの投稿は、公開できませんでした',
  'report-released': () => 'お知らせくださった投稿を確かめ、公開にもどしました',
  'report-deleted': () => 'お知らせくださった投稿は、削除されました',
};

/** The same for notes. */
export const NOTE_NOTICE_WORDS: Record<NoteNoticeKind, string> = {
  verify: '1年たちました。このノートは、今も正しいですか',
  suggested: '受け持ちのノートに、提案が届きました',
  accepted: 'あなたの提案が、ノートに入りました',
  declined: 'あなたの提案は、見送られました',
  released: 'あなたのノートの文章を確かめおわりました',
  returned: 'あなたのノートの文章は、公開できませんでした',
};

/** Path of what a notice of a thread is about; a question that is gone cannot be opened, but the desk can be asked. */
export function noticePath({
  questionId,
  gone,
  kind,
  anchor,
}: {
  questionId: string;
  gone: boolean;
  kind: NoticeKind;
  anchor: string;
}): string {
  if (gone) return '/contact';
  // Of a post that went out of sight or came back the kind is not told; the thread opens at its head.
  const isPost = anchor !== '' && (kind === 'answer' || kind === 'comment');
  return isPost ? `/questions/${questionId}#${kind}-${anchor}` : `/questions/${questionId}`;
}

/** The same for a notice of a note. */
export const noteNoticePath = ({
  kind,
  slug,
  anchor,
}: {
  kind: NoteNoticeKind;
  slug: string;
  anchor: string;
}): string =>
  // What was returned is gone; what is left to do is to ask the secretariat.
  kind === 'returned'
    ? '/contact'
    : anchor === ''
      ? `/notes/${slug}`
      : `/notes/${slug}/suggestions/${anchor}`;

export const MEETING_NOTICE_WORDS: Record<MeetingNoticeKind, string> = {
  'date-fixed': '日程が決まりました',
  'groups-shown': 'グループ分けができました',
};

export const meetingNoticePath = ({ slug, kind }: { slug: string; kind: MeetingNoticeKind }): string =>
  `/meetings/${slug}${kind === 'groups-shown' ? '/groups' : ''}`;

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { newestMeetingNotices } from '#app/domain/meetings/meeting-notices.server.ts';
import { newestNoteNotices } from '#app/domain/notes/note-notices.server.ts';
import { byThread, type ThreadNotices } from '#app/domain/notices/by-thread.ts';
import { markAllRead, newestNotices } from '#app/domain/notices/notices.server.ts';
import {
  MEETING_NOTICE_WORDS,
  meetingNoticePath,
  NOTE_NOTICE_WORDS,
  NOTICE_WORDS,
  noteNoticePath,
  noticePath,
} from '#app/domain/notices/words.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { showDay, showTimeAgo } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'notices' };
export const meta: MetaFunction = () => title('お知らせ');

const MOST = 60;

const ACTORS_SHOWN = 3;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'notice.read');
  const notices = await newestNotices(args.context.db, viewer.id, MOST);
  const ofNotes = await newestNoteNotices(args.context.db, viewer.id, MOST);
  const ofMeetings = await newestMeetingNotices(args.context.db, viewer.id, MOST);
  return {
    now: new Date().toISOString(),
    threads: byThread(notices),
    notes: ofNotes,
    meetings: ofMeetings,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'notice.read');
  await markAllRead(args.context.db, viewer.id, new Date());
  throw redirect('/notices');
}

export default function Notices() {
  const { now, threads, notes, meetings } = useLoaderData<typeof loader>();
  const unreadPapers = [...notes, ...meetings].filter(({ readAt }) => readAt === null).length;
  const unreadOfThreads = threads
    .filter((thread) => thread.unread)
    .flatMap(({ happened }) => happened)
    .reduce((sum, { times }) => sum + times, 0);
  const unread = unreadOfThreads + unreadPapers;
  const items = [
    ...threads.map((thread) => ({ at: thread.at, item: threadItem(thread, new Date(now)) })),
    ...notes.map((note) => ({ at: note.at, item: noteItem(note, new Date(now)) })),
    ...meetings.map((meeting) => ({ at: meeting.at, item: meetingItem(meeting, new Date(now)) })),
  ].sort((a, b) => (a.at > b.at ? -1 : 1));
  return (
    <div className="narrow">
      <PageHead
        title="お知らせ"
        lead={unread > 0 ? `まだ見ていないものが${unread}件あります。` : undefined}
      />
      {unread > 0 && (
        <form method="post" className="mb">
          <button className="btn btn--line btn--s" type="submit">
            すべて見たことにする
          </button>
        </form>
      )}
      {items.length === 0 ? (
        <Empty
          icon="bell"
          title="お知らせはまだありません"
          act={{ href: '/questions/new', label: '質問する', icon: 'pencil' }}
        >
          あなたの質問に回答があると、ここに出ます。
        </Empty>
      ) : (
        <PlainList items={items.map(({ item }) => item)} />
      )}
    </div>
  );
}

function threadItem(thread: ThreadNotices, now: Date) {
  return {
    href: noticePath({ ...thread, ...thread.start }),
    title: `${thread.unread ? '新着　' : ''}${thread.happened.map(({ kind, times }) => NOTICE_WORDS[kind](times)).join('。')}`,
    note: [...(thread.gone ? [] : [`「${thread.title}」`]), ...who(thread), showTimeAgo(thread.at, now)].join(
      '・',
    ),
  };
}

type NoteNotice = Awaited<ReturnType<typeof loader>>['notes'][number];

function noteItem(
  { kind, anchor, slug, title: name, at, readAt, familyName, organization }: NoteNotice,
  now: Date,
) {
  const byName = familyName === null ? [] : [`${organization} ${familyName}`];
  return {
    href: noteNoticePath({ kind, slug, anchor }),
    title: `${readAt === null ? '新着　' : ''}${NOTE_NOTICE_WORDS[kind]}`,
    note: [...(name === '' ? [] : [`「${name}」`]), ...byName, showTimeAgo(at, now)].join('・'),
  };
}

type MeetingNotice = Awaited<ReturnType<typeof loader>>['meetings'][number];

function meetingItem({ kind, readAt, day, at, ...meeting }: MeetingNotice, now: Date) {
  const when = day === null ? [] : [showDay(day)];
  return {
    href: meetingNoticePath({ ...meeting, kind }),
    title: `${readAt === null ? '新着　' : ''}${MEETING_NOTICE_WORDS[kind]}`,
    note: [meetingName(meeting), ...when, showTimeAgo(at, now)].join('・'),
  };
}

function who({ actors }: ThreadNotices): string[] {
  if (actors.length === 0) return [];
  const names = actors
    .slice(0, ACTORS_SHOWN)
    .map(({ organization, familyName }) => `${organization} ${familyName}`);
  return [
    `${names.join('、')}${actors.length > ACTORS_SHOWN ? ` ほか${actors.length - ACTORS_SHOWN}名` : ''}`,
  ];
}

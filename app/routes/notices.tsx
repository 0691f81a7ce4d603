import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { markAllRead, newestNotices } from '#app/domain/notices/notices.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { showTimeAgo } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'notices' };
export const meta: MetaFunction = () => title('お知らせ');

const MOST = 60;

const WHAT = {
  answer: '回答がありました',
  comment: '返信がありました',
  solved: '解決済みになりました',
  released: '確かめおわり、公開されました',
  returned: '公開できませんでした',
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'notice.read');
  const notices = await newestNotices(args.context.db, viewer.id, MOST);
  return { now: new Date().toISOString(), notices };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'notice.read');
  await markAllRead(args.context.db, viewer.id, new Date());
  throw redirect('/notices');
}

export default function Notices() {
  const { now, notices } = useLoaderData<typeof loader>();
  const unread = notices.filter(({ readAt }) => readAt === null).length;
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
      {notices.length === 0 ? (
        <Empty
          icon="bell"
          title="お知らせはまだありません"
          act={{ href: '/questions/new', label: '質問する', icon: 'pencil' }}
        >
          あなたの質問に回答があると、ここに出ます。
        </Empty>
      ) : (
        <PlainList
          items={notices.map(
            ({ kind, questionId, anchor, title: asked, at, readAt, organization, familyName }) => ({
              href: `/questions/${questionId}${anchorOf(kind, anchor)}`,
              title: `${readAt === null ? '新着　' : ''}「${asked}」${WHAT[kind]}`,
              note: `${organization} ${familyName}・${showTimeAgo(at, new Date(now))}`,
            }),
          )}
        />
      )}
    </div>
  );
}

function anchorOf(kind: keyof typeof WHAT, anchor: string): string {
  if (anchor === '') return '';
  return kind === 'comment' ? `#comment-${anchor}` : `#answer-${anchor}`;
}

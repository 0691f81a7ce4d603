import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { MeetingState } from '#app/ui/meeting/state.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('会の準備と記録');

/** What there is to do for a meeting: each a page of its own below it. */
const TASKS: Array<{ page: string; title: string; note: string }> = [
  { page: 'edit', title: '編集', note: '日時・場所・テーマ・グループ・定員' },
  { page: 'signups', title: '申込者', note: '名簿・受付・ゲスト用のリンク・名札' },
  { page: 'cancel', title: '中止', note: '理由をそえて、申し込んだ方に知らせます' },
  { page: 'dates', title: '日程をきく', note: '候補の日を出して、みんなの都合から決めます' },
  { page: 'groups/edit', title: 'グループのテーマと人数', note: 'テーマ、人数の下限と上限、進行役' },
  { page: 'groups', title: 'グループ分け', note: '希望から提案し、手で直し、参加者に見せます' },
  { page: 'report/edit', title: '開催報告', note: '会の記録から下書きを作り、直して公開します' },
  { page: 'survey', title: 'アンケート', note: '参加した方にうかがい、結果を図と表にします' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  return { meeting, now: new Date().toISOString() };
}

export default function ManageMeeting() {
  const { meeting, now } = useLoaderData<typeof loader>();
  const place = `/meetings/${meeting.slug}`;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: meetingName(meeting), href: place },
        ]}
      />
      <PageHead title="会の準備と記録" lead={<MeetingState {...meeting} now={new Date(now)} />} />
      <PlainList items={TASKS.map((task) => ({ ...task, href: `${place}/${task.page}` }))} />
    </div>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countOpenHits } from '#app/domain/anonymization/hits.server.ts';
import { currentRecheck, recheckEverything } from '#app/domain/anonymization/recheck.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { RecheckProgress } from '#app/ui/desk/recheck-progress.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('匿名化チェックの設定');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.check');
  const { db } = args.context;
  return {
    now: new Date().toISOString(),
    saved: new URL(args.request.url).searchParams.has('saved'),
    recheck: (await currentRecheck(db)) ?? null,
    hits: await countOpenHits(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.check');
  const { db, nudge } = args.context;
  await recheckEverything(db, viewer.id, new Date());
  nudge();
  throw redirect('/desk/anonymization');
}

export default function CheckSettings() {
  const { now, saved, recheck, hits } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '事務局デスク', href: '/desk' }]} />
      <PageHead
        title="匿名化チェックの設定"
        lead="投稿の前のチェックで、何を指摘するかを決めます。変える前に、新しい投稿で試せます。"
      />
      {saved && (
        <Notice kind="ok" title="保存しました">
          <p>これから書かれる投稿には、すぐに効きます。</p>
        </Notice>
      )}
      <PlainList
        items={[
          {
            href: '/desk/anonymization/rules',
            title: 'きまりの重さ',
            note: '質問、回答、ノートなどの種類ごとに、何を指摘し、どこまで止めるかを決めます',
            icon: 'gear',
          },
          {
            href: '/desk/anonymization/words',
            title: '指摘しないことば、書かないことば',
            note: '名前と間違えられることばや、ネットワークで使わないことば',
            icon: 'quote',
          },
          {
            href: '/desk/anonymization/numbers',
            title: '公開されている番号',
            note: '相談ダイヤルや機関の窓口など、書いてよい番号',
            icon: 'list',
          },
          {
            href: '/desk/anonymization/hits',
            title: `これまでの投稿で見つかったところ（${hits}件）`,
            note: '隠すか、このままでよいかを決めます',
            icon: 'search',
          },
        ]}
      />
      <Section
        id="again"
        title="これまでの投稿の確かめ直し"
        note="設定を変えると、ひとりでに始まります。サイトを新しくしたあとは、ここから始めてください。"
      >
        {recheck && <RecheckProgress {...recheck} now={new Date(now)} />}
        {(recheck === null || recheck.finishedAt !== null) && (
          <form method="post" className="mt16">
            <button className="btn btn--line" type="submit">
              すべての投稿を確かめ直す
            </button>
          </form>
        )}
      </Section>
    </div>
  );
}

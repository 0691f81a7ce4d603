import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findImport, listTalks } from '#app/domain/line-import/bench.server.ts';
import { setAside } from '#app/domain/line-import/change-talk.server.ts';
import { DAYS_ON_THE_BENCH, throwAway } from '#app/domain/line-import/clear-bench.server.ts';
import { publishTalk } from '#app/domain/line-import/publish-talk.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ImportState } from '#app/ui/desk/import-state.tsx';
import { TalkLine } from '#app/ui/desk/talk-line.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) =>
  title(facts ? `${facts.state.room}の取り込み` : 'LINEのトークを取り込む');

const PAGE = 20;
const STATUSES = ['open', 'published', 'left'] as const;
const TABS = { open: '決めていないもの', published: 'のせたもの', left: 'のせないもの' };
const DONE: Record<string, string | undefined> = {
  published: 'のせました。日付は、やりとりのあった日です。',
  left: 'のせないものに移しました。「のせないもの」から、いつでも戻せます。',
  open: '決めていないものに戻しました。',
};

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.import');
  const { db } = args.context;
  const state = await findImport(db, args.params.id as string);
  if (!state) return notFound();
  const query = new URL(args.request.url).searchParams;
  const status = STATUSES.find((known) => known === query.get('state')) ?? 'open';
  const from = Math.max(0, Math.trunc(Number(query.get('from')) || 0));
  const talks = await listTalks(db, state.id, status, from, PAGE + 1);
  return {
    state,
    status,
    from,
    talks: talks.slice(0, PAGE),
    next: talks[PAGE]?.position ?? null,
    done: DONE[query.get('done') ?? ''] ?? null,
    daysKept: DAYS_ON_THE_BENCH,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.import');
  const { db, nudge } = args.context;
  const state = await findImport(db, args.params.id as string);
  if (!state) return notFound();
  const form = await readForm(args.request);
  const [intent, talk] = [form.text('intent'), form.text('talk')];
  const here = `/desk/import/line/${state.id}`;
  if (intent === 'throw-away') {
    await throwAway(db, viewer.id, state.id, new Date());
    throw redirect('/desk/import/line');
  }
  if (intent === 'publish') {
    const published = await publishTalk(db, viewer, talk, false, new Date());
    if (!published.ok) {
      if (published.refusal.code === 'not-found') return notFound();
      // What is wrong is shown where it can be mended.
      throw redirect(`${here}/${talk}?refused=1`);
    }
    nudge();
    throw redirect(`${here}?done=published`);
  }
  if (intent !== 'left' && intent !== 'open') return notFound();
  const moved = await setAside(db, talk, intent === 'left');
  if (!moved.ok) return notFound();
  throw redirect(`${here}?done=${intent}`);
}

export default function ImportBench() {
  const { state, status, from, talks, next, done, daysKept } = useLoaderData<typeof loader>();
  const here = `/desk/import/line/${state.id}`;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '事務局デスク', href: '/desk' },
          { label: 'LINEのトークを取り込む', href: '/desk/import/line' },
        ]}
      />
      <PageHead
        title={state.room}
        lead="やりとりごとに、のせる形の案を作りました。名前や細かい日付は言いかえてあります。ここにあるものは、事務局にだけ見えています。"
        act={
          <a className="btn btn--line" href={`${here}/people`}>
            だれの発言かを決める
          </a>
        }
      />
      {done && (
        <Notice kind="ok" title="できました">
          <p>{done}</p>
        </Notice>
      )}
      <ImportState {...state} />
      <Tabs
        label="決めたかどうかで分ける"
        tabs={STATUSES.map((known) => ({
          href: known === 'open' ? here : `${here}?state=${known}`,
          label: TABS[known],
          count: state[known],
          current: known === status,
        }))}
      />
      {talks.length === 0 ? (
        <Empty icon="done" title="ここには、もうありません">
          {status === 'open'
            ? 'すべて決め終わりました。「のせたもの」は、質問やノートのページで見られます。'
            : '決めると、ここにならびます。'}
        </Empty>
      ) : (
        <ol className="talks">
          {talks.map((talk) => (
            <TalkLine key={talk.id} {...talk} importId={state.id} status={status} />
          ))}
        </ol>
      )}
      {(next !== null || from > 0) && (
        <p className="btns mt24">
          {from > 0 && <a href={`${here}?state=${status}`}>はじめにもどる</a>}
          {next !== null && (
            <a className="btn btn--line" href={`${here}?state=${status}&from=${next}`}>
              つぎの{PAGE}件
            </a>
          )}
        </p>
      )}
      <div className="mt32">
        <Fold summary="この取り込みをやめる" icon="trash">
          <p>
            まだのせていないやりとりの文を、すべて消します。のせたものは残ります。もう一度取り込みたいときは、同じファイルをまた読みこんでください。何もしなくても、取り込んだ日から
            {daysKept}日たつと消えます。
          </p>
          <form method="post" action={`${here}?index`} className="btns">
            <button className="btn btn--danger" type="submit" name="intent" value="throw-away">
              消して、取り込みをやめる
            </button>
          </form>
        </Fold>
      </div>
    </div>
  );
}

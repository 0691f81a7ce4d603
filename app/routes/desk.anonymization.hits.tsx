import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hiddenTexts, showAgain } from '#app/domain/anonymization/hidden.server.ts';
import { countOpenHits, hideHit, keepHit, openHits } from '#app/domain/anonymization/hits.server.ts';
import { ruleTitle } from '#app/domain/anonymization/rule-titles.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { hitField, RecheckHit } from '#app/ui/desk/recheck-hit.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { showDate } from '#app/ui/time.ts';
import type { PaperKind } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('これまでの投稿で見つかったところ');

const MOST = 50;
const PAPER: Record<PaperKind, string> = {
  note: 'ノート',
  meeting: '情報交換会',
  'meeting-report': '開催報告',
  member: '自己紹介',
  file: '資料',
  survey: 'アンケート',
};

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.check');
  const { db } = args.context;
  const hits = await openHits(db, MOST);
  return {
    count: await countOpenHits(db),
    hits: hits.map((hit) => ({ ...hit, rule: ruleTitle(hit.ruleId) })),
    hidden: await hiddenTexts(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.check');
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const now = new Date();
  const hit = { id: form.text('id'), ruleId: form.text('ruleId'), passage: form.text('passage') };
  const reason = form.text('reason');
  const kind = (Object.keys(PAPER) as PaperKind[]).find((known) => known === form.text('kind'));
  const intent = form.text('intent');
  const outcome =
    intent === 'keep'
      ? await keepHit(db, viewer.id, hit, reason, now)
      : intent === 'hide'
        ? await hideHit(db, viewer.id, hit.id, now)
        : intent === 'show' && kind
          ? await showAgain(db, viewer.id, kind, hit.id, now)
          : notFound();
  if (outcome.ok) {
    nudge();
    throw redirect('/desk/anonymization/hits');
  }
  if (outcome.refusal.code === 'not-found') return notFound();
  const { wrong } = formTrouble(outcome.refusal);
  return data({ ...hit, reason, wrong: wrong.reason ?? '' }, { status: statusOf(outcome.refusal) });
}

export default function Hits() {
  const { count, hits, hidden } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isRefused = (hit: { id: string; ruleId: string; passage: string }) =>
    refused?.id === hit.id && refused.ruleId === hit.ruleId && refused.passage === hit.passage;
  const at = hits.findIndex(isRefused);
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '事務局デスク', href: '/desk' },
          { label: '匿名化チェックの設定', href: '/desk/anonymization' },
        ]}
      />
      <PageHead
        title="これまでの投稿で見つかったところ"
        lead="いまのきまりなら指摘するところです。投稿はまだ見えています。"
      />
      {refused && at >= 0 && (
        <ErrorSummary
          title="まだ決まっていません"
          errors={[{ field: hitField(at), message: refused.wrong }]}
        />
      )}
      <Section
        id="hits"
        title="決めるのを待っているところ"
        count={`${count}件`}
        note={count > hits.length ? `はじめの${hits.length}件です。決めると、次が出ます。` : undefined}
      >
        {hits.length === 0 ? (
          <Empty icon="done" title="待っているところはありません">
            設定を変えて、これまでの投稿に新しく見つかると、ここに出ます。
          </Empty>
        ) : (
          <ol>
            {hits.map((hit, number) => (
              <RecheckHit
                key={`${hit.id} ${hit.ruleId} ${hit.passage}`}
                {...hit}
                number={number}
                refused={refused && number === at ? refused : undefined}
              />
            ))}
          </ol>
        )}
      </Section>
      {hidden.length > 0 && (
        <Section
          id="hidden"
          title="隠しているもの"
          count={`${hidden.length}件`}
          note="隠した質問、回答、返信は、事務局デスクの「確かめを待っている投稿」にあります。"
        >
          <ul className="decided">
            {hidden.map(({ kind, id, title: name, at: since }) => (
              <li key={id}>
                <p>
                  {PAPER[kind]}：{name}
                  <span className="small quiet"> {showDate(new Date(since))}から</span>
                </p>
                <form method="post">
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="id" value={id} />
                  <button className="btn btn--quiet btn--s" type="submit" name="intent" value="show">
                    また見せる<span className="vh">（{name}）</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

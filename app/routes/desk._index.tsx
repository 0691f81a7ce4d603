import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countOpenHits } from '#app/domain/anonymization/hits.server.ts';
import { countWishes } from '#app/domain/members/affiliation.server.ts';
import { pendingPosts, rejectPost, releasePost } from '#app/domain/moderation/desk.server.ts';
import { firstSteps } from '#app/domain/network/first-steps.server.ts';
import { heldNotes } from '#app/domain/notes/held.server.ts';
import { deadJobs } from '#app/domain/outbox/outbox.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { PendingNote } from '#app/ui/desk/pending-note.tsx';
import { PendingPost } from '#app/ui/desk/pending-post.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { FirstSteps } from '#app/ui/home/first-steps.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PostKind } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('事務局デスク');

/** What is told of a decision. */
const DONE: Record<string, { title: string; text: string } | undefined> = {
  released: {
    title: '公開しました',
    text: 'みなさんに見えています。書いた人と、知らせてくれた人に、お知らせが届きました。',
  },
  rejected: {
    title: '公開せずに削除しました',
    text: '書いた人と、知らせてくれた人に、お知らせが届きました。',
  },
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'desk.open');
  const { db } = args.context;
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    now: new Date().toISOString(),
    done: DONE[done] ?? null,
    steps: await firstSteps(db, viewer),
    pending: await pendingPosts(db),
    notes: await heldNotes(db),
    hits: await countOpenHits(db),
    dead: await deadJobs(db, ['index', 'unindex', 'relate']),
    unsent: await deadJobs(db, ['mail']),
    wishes: await countWishes(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.moderate');
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const kind = (['question', 'answer', 'comment'] as PostKind[]).find((known) => known === form.text('kind'));
  if (!kind) return notFound();
  const now = new Date();
  const [intent, id] = [form.text('intent'), form.text('id')];
  const reject = intent === 'reject';
  const outcome = reject
    ? await rejectPost(db, viewer.id, kind, id, now)
    : intent === 'release' || intent === 'allow'
      ? await releasePost(db, viewer.id, kind, id, intent === 'allow', now)
      : notFound();
  if (!outcome.ok) return notFound();
  nudge();
  throw redirect(`/desk?done=${reject ? 'rejected' : 'released'}`);
}

export default function Desk() {
  const { now, done, steps, pending, notes, hits, dead, unsent, wishes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="事務局デスク"
        act={
          <div className="btns">
            <a className="btn" href="/desk/invitations">
              <Icon name="users" />
              会員を招待する
            </a>
            <a className="btn btn--line" href="/desk/passwords">
              パスワードの再設定
            </a>
            <a className="btn btn--line" href="/desk/anonymization">
              匿名化チェックの設定
            </a>
            <a className="btn btn--line" href="/desk/search">
              検索のことば
            </a>
            <a className="btn btn--line" href="/surveys">
              アンケート
            </a>
            <a className="btn btn--line" href="/figures">
              参加のうつりかわり
            </a>
            <a className="btn btn--line" href="/desk/import/line">
              LINEのトークを取り込む
            </a>
          </div>
        }
      />
      {done && (
        <Notice kind="ok" title={done.title}>
          <p>{done.text}</p>
        </Notice>
      )}
      {hits > 0 && (
        <Notice kind="warn" title={`これまでの投稿に、新しく見つかったところが${hits}件あります`}>
          <p>
            <a href="/desk/anonymization/hits">隠すか、このままでよいかを決める</a>
          </p>
        </Notice>
      )}
      {wishes > 0 && (
        <Notice kind="info" title={`機関を変えるお願いが${wishes}件あります`}>
          <p>
            <a href="/desk/organizations">確かめて決める</a>
          </p>
        </Notice>
      )}
      {dead > 0 && (
        <Notice kind="warn" title={`うまく進まなかった裏の作業が${dead}件あります`}>
          <p>検索に出ない投稿があるかもしれません。サイトを動かしている方に知らせてください。</p>
        </Notice>
      )}
      {unsent > 0 && (
        <Notice kind="warn" title={`届けられなかったメールが${unsent}通あります`}>
          <p>
            <a href="/desk/mail">見て決める</a>
          </p>
        </Notice>
      )}
      {steps && <FirstSteps {...steps} />}
      <Section
        id="pending"
        title="確かめを待っている投稿"
        count={`${pending.length + notes.length}件`}
        note="書いた人が「個人名ではありません」と伝えた投稿と、会員から報告があったり、事務局が隠したりした投稿です。いまは本人と事務局だけに見えています。"
      >
        {pending.length + notes.length === 0 ? (
          <Empty icon="done" title="待っている投稿はありません">
            新しく届くと、ここに出ます。
          </Empty>
        ) : (
          <ol>
            {notes.map((note) => (
              <PendingNote key={note.id} {...note} now={new Date(now)} />
            ))}
            {pending.map((post) => (
              <PendingPost key={post.id} {...post} now={new Date(now)} />
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

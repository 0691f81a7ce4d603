import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { findOwnPost } from '#app/domain/posts/own.server.ts';
import { solveQuestion } from '#app/domain/questions/solve.server.ts';
import {
  checkComposed,
  composerProps,
  type Refused,
  readComposed,
  statusOf,
} from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { postedHref } from '#app/http/posted.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { Db } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'questions', composing: true };
export const meta: MetaFunction = () => title('解決済みにする');

function composerOf(db: Db, viewer: Viewer, id: string, refused?: Refused) {
  const labels = {
    body: 'その後',
    help: 'どうなったか、何が役に立ったかを、二、三行で。答えた人にも、あとから読む人にも励みになります。',
    submit: '解決済みにする',
    cancelHref: `/questions/${id}`,
  };
  const place = {
    kind: 'comment',
    action: `/questions/${id}/solve`,
    labels,
    rows: 4,
    draftKey: `solve-${id}`,
    values: { body: '' },
  } as const;
  return composerProps(db, viewer, place, refused);
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.ask');
  const { db } = args.context;
  const post = await findOwnPost(db, viewer.id, 'question', args.params.id as string);
  if (!post) return notFound();
  return { id: post.id, asked: post.title, composer: await composerOf(db, viewer, post.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const form = await readForm(args.request);
  const kept = { body: form.text('body') };
  const viewer = await requireMember(args, 'question.ask', kept);
  const id = args.params.id as string;
  const composed = await readComposed(db, 'comment', form, viewer);
  const outcome = composed.checkOnly
    ? await checkComposed(db, composed, viewer)
    : await solveQuestion(db, viewer, id, { text: composed.body, decisions: composed.decisions }, new Date());
  if (outcome.ok && !composed.checkOnly) throw redirect(postedHref(id, `solve-${id}`));
  const refusal = outcome.ok ? null : outcome.refusal;
  if (refusal?.code === 'not-found') return notFound(kept);
  return data(
    { composer: await composerOf(db, viewer, id, { refusal, composed }) },
    { status: statusOf(refusal) },
  );
}

export default function Solve() {
  const { id, asked, composer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs
        steps={[
          { label: '質問', href: '/questions' },
          { label: asked, href: `/questions/${id}` },
        ]}
      />
      <PageHead title="解決済みにする" lead="その後を書かなくても、解決済みにできます。" />
      <ComposerIsland {...(refused?.composer ?? composer)} />
      <form method="post" className="mt24">
        <button className="btn btn--quiet" type="submit">
          何も書かずに、解決済みにする
        </button>
      </form>
    </>
  );
}

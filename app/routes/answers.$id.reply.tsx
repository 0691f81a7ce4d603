import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findAnswer } from '#app/domain/answers/find.server.ts';
import { commentOnAnswer } from '#app/domain/comments/comment.server.ts';
import { readComposed, sendComposed, statusOf } from '#app/http/compose.server.ts';
import { commentComposer } from '#app/http/composers.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { draftDone, postedHref } from '#app/http/posted.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Byline } from '#app/ui/byline.tsx';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const handle: RouteHandle = { place: 'questions', composing: true };
export const meta: MetaFunction = () => title('返信を書く');

const backTo = (answer: { id: string; questionId: string }) =>
  `/questions/${answer.questionId}#answer-${answer.id}`;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.answer');
  const { db } = args.context;
  const answer = await findAnswer(db, args.params.id as string);
  if (!answer) return notFound();
  return {
    answer,
    backHref: backTo(answer),
    now: new Date().toISOString(),
    composer: await commentComposer(db, viewer, answer, backTo(answer)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const kept = { body: form.text('body') };
  const viewer = await requireMember(args, 'question.answer', kept);
  const id = args.params.id as string;
  const answer = await findAnswer(db, id);
  if (!answer) return notFound(kept);
  const composed = await readComposed(db, 'comment', form, viewer, answer.questionId);
  const outcome = await sendComposed(db, composed, viewer, () =>
    commentOnAnswer(db, viewer, id, composed, new Date()),
  );
  if (outcome.ok && outcome.value) {
    nudge();
    throw redirect(
      postedHref(answer.questionId, draftDone(`comment-${id}`, outcome.value), `comment-${outcome.value.id}`),
    );
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  const composer = await commentComposer(db, viewer, answer, backTo(answer), { refusal, composed });
  return data({ composer }, { status: statusOf(refusal) });
}

export default function Reply() {
  const { answer, backHref, now, composer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs
        steps={[
          { label: '質問', href: '/questions' },
          { label: answer.title, href: backHref },
        ]}
      />
      <PageHead title="返信を書く" />
      <div className="voice">
        <Byline author={answer.author} at={answer.at} now={new Date(now)} edited={null} />
        <div className="mt8">
          <Prose html={answer.html} />
        </div>
      </div>
      <div className="mt24">
        <ComposerIsland {...(refused?.composer ?? composer)} />
      </div>
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { CASE_TEMPLATE } from '#app/domain/posts/case.ts';
import { askQuestion } from '#app/domain/questions/ask.server.ts';
import { askedBefore } from '#app/domain/search/asked-before.server.ts';
import {
  composerProps,
  type Refused,
  readComposed,
  sendComposed,
  statusOf,
} from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { draftDone, postedHref } from '#app/http/posted.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';

export const handle: RouteHandle = { place: 'questions', composing: true };
export const meta: MetaFunction = () => title('質問を書く');

const DRAFT = 'question';

interface Written {
  asCase: boolean;
  /** The title, when something else has given it. */
  words: string;
  refused?: Refused;
}

async function composerOf(db: Db, search: SearchIndex, viewer: Viewer, { asCase, words, refused }: Written) {
  const labels = {
    body: 'くわしく',
    help: 'どんな場面で、何に困っているか。名前や住所は書かずに、「Ａさん」「40代」「管内の町」のように書きます。',
    submit: '投稿する',
    cancelHref: '/questions',
  };
  const values = { title: words, body: asCase ? CASE_TEMPLATE : '', programme: '', tags: '', case: asCase };
  const choices = await programmes.get(db);
  const action = '/questions/new';
  const place = {
    kind: 'question',
    questionId: null,
    action,
    labels,
    rows: 10,
    draftKey: DRAFT,
    programmes: choices,
    values,
  } as const;
  const near = await askedBefore(db, search, refused?.composed.title ?? words);
  return {
    ...(await composerProps(db, viewer, place, refused)),
    near: near.map(({ id, title: asked, state, answerCount }) => ({ id, title: asked, state, answerCount })),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.ask');
  const { searchParams } = new URL(args.request.url);
  const words = (searchParams.get('title') ?? '').slice(0, 80);
  const asCase = searchParams.get('case') === '1';
  const { db, search } = args.context;
  return { composer: await composerOf(db, search, viewer, { asCase, words }) };
}

export async function action(args: ActionFunctionArgs) {
  const { db, search } = args.context;
  const form = await readForm(args.request);
  const viewer = await requireMember(args, 'question.ask', {
    title: form.text('title'),
    body: form.text('body'),
  });
  const composed = await readComposed(db, 'question', form, viewer, null);
  const outcome = await sendComposed(db, composed, viewer, () =>
    askQuestion(db, viewer, composed, new Date()),
  );
  if (outcome.ok && outcome.value) {
    args.context.nudge();
    throw redirect(postedHref(outcome.value.id, draftDone(DRAFT, outcome.value)));
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  const composer = await composerOf(db, search, viewer, {
    asCase: false,
    words: '',
    refused: { refusal, composed },
  });
  return data({ composer }, { status: statusOf(refusal) });
}

export default function NewQuestion() {
  const { composer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const shown = refused?.composer ?? composer;
  return (
    <>
      <PageHead title="質問を書く" />
      <ComposerIsland {...shown} />
    </>
  );
}

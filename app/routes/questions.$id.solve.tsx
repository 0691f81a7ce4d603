import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { findOutcome, solveQuestion } from '#app/domain/questions/solve.server.ts';
import {
  composerProps,
  type Refused,
  readComposed,
  sendComposed,
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
import { Section } from '#app/ui/section.tsx';
import type { Db, QuestionState } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'questions', composing: true };
export const meta: MetaFunction = () => title('その後');

interface Asked {
  id: string;
  state: QuestionState;
  outcome: string;
}

const submitOf = (asked: Asked) => (asked.state === 'solved' ? 'その後を載せる' : '解決済みにする');
const draftOf = (asked: Asked) => `${asked.state === 'solved' ? 'outcome' : 'solve'}-${asked.id}`;

function composerOf(db: Db, viewer: Viewer, asked: Asked, refused?: Refused) {
  const labels = {
    body: 'その後',
    help: 'どうなったか、何が役に立ったかを、二、三行で。答えた人にも、あとから読む人にも励みになります。',
    submit: submitOf(asked),
    cancelHref: `/questions/${asked.id}`,
  };
  const place = {
    kind: 'comment',
    questionId: asked.id,
    action: `/questions/${asked.id}/solve`,
    labels,
    rows: 4,
    // A draft would hide what already stands there.
    draftKey: asked.outcome === '' ? draftOf(asked) : null,
    values: { body: asked.outcome },
  } as const;
  return composerProps(db, viewer, place, refused);
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.ask');
  const { db } = args.context;
  const asked = await findOutcome(db, viewer.id, args.params.id as string);
  if (!asked) return notFound();
  return {
    id: asked.id,
    asked: asked.title,
    heading: submitOf(asked),
    removable: asked.state === 'solved' && asked.outcome !== '',
    composer: await composerOf(db, viewer, asked),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const form = await readForm(args.request);
  const kept = { body: form.text('body') };
  const viewer = await requireMember(args, 'question.ask', kept);
  const id = args.params.id as string;
  const asked = await findOutcome(db, viewer.id, id);
  if (!asked) return notFound(kept);
  const composed = await readComposed(db, 'comment', form, viewer, id, { kind: 'outcome', id });
  const outcome = await sendComposed(db, composed, viewer, () =>
    solveQuestion(db, viewer, id, { text: composed.body, decisions: composed.decisions }, new Date()),
  );
  if (outcome.ok && !composed.checkOnly) {
    const removed = composed.body === '' && asked.outcome !== '';
    throw redirect(postedHref(id, removed ? 'removed' : draftOf(asked)));
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  if (refusal?.code === 'not-found') return notFound(kept);
  return data(
    { composer: await composerOf(db, viewer, asked, { refusal, composed }) },
    { status: statusOf(refusal) },
  );
}

export default function Solve() {
  const { id, asked, heading, removable, composer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs
        steps={[
          { label: '質問', href: '/questions' },
          { label: asked, href: `/questions/${id}` },
        ]}
      />
      <PageHead title={heading} />
      <ComposerIsland {...(refused?.composer ?? composer)} />
      {removable && (
        <Section id="remove" title="その後を消したいとき">
          <form method="post">
            <input type="hidden" name="intent" value="post" />
            <p>載せた文章だけが消えます。質問は解決済みのままで、その後はいつでも書き直せます。</p>
            <p className="mt16">
              <button className="btn btn--line" type="submit">
                載せたその後を消す
              </button>
            </p>
          </form>
        </Section>
      )}
    </>
  );
}

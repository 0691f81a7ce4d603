import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerQuestion } from '#app/domain/answers/answer.server.ts';
import { notesOfThread } from '#app/domain/notes/notes.server.ts';
import { markThreadRead } from '#app/domain/notices/notices.server.ts';
import { findThread } from '#app/domain/questions/thread.server.ts';
import { similarQuestions } from '#app/domain/search/similar.server.ts';
import { actOnThread } from '#app/http/act-on-thread.server.ts';
import { checkComposed, readComposed, statusOf } from '#app/http/compose.server.ts';
import { composerPiece } from '#app/http/composer-piece.server.tsx';
import { answerComposer } from '#app/http/composers.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { threadPiece } from '#app/http/thread-piece.server.tsx';
import { Fragment } from '#app/page-context.tsx';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { AsideSection } from '#app/ui/aside-section.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { noteAbout } from '#app/ui/note/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'questions' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) => title(facts?.title ?? '質問');

const STATES = { open: '未回答', answered: '回答あり', solved: '解決済み' };
const MESSAGES: Record<string, [kind: 'ok' | 'warn', heading: string, text: string]> = {
  question: ['ok', '質問を送りました', '回答があると、お知らせに出ます。'],
  answer: ['ok', '回答を送りました', '質問した方に知らせました。'],
  comment: ['ok', '返信を送りました', '回答した方に知らせました。'],
  solve: ['ok', '解決済みにしました', '答えた方に知らせました。おつかれさまでした。'],
  edit: ['ok', '直しました', '前の文章は、履歴に残ります。'],
  report: [
    'ok',
    '知らせてくださって、ありがとうございます',
    'その投稿はすぐに隠しました。事務局が確かめます。',
  ],
  waiting: ['warn', '事務局が確かめています', 'いまは、あなたと事務局だけに見えています。'],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.read');
  const { db } = args.context;
  const now = new Date();
  const id = args.params.id as string;
  const found = await findThread(db, viewer, id, now);
  if (!found) return notFound();
  await markThreadRead(db, viewer.id, id, now);
  const { head } = found;
  const posted = new URL(args.request.url).searchParams.get('posted');
  args.context.fragments.set('thread', await threadPiece(db, viewer, found, now));
  args.context.fragments.set('composer', composerPiece(await answerComposer(db, viewer, id)));
  return {
    id,
    title: head.title,
    posted: posted && Object.hasOwn(MESSAGES, posted.split('-')[0] as string) ? posted : null,
    canAnswer: head.status === 'visible',
    notes: await notesOfThread(db, id),
    similar: await similarQuestions(db, id, 3),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const id = args.params.id as string;
  const intent = form.text('intent');
  if (intent !== 'post' && intent !== 'check') return actOnThread(args, id, form);

  const kept = { body: form.text('body') };
  const viewer = await requireMember(args, 'question.answer', kept);
  const composed = await readComposed(db, 'answer', form, viewer, id);
  const outcome = composed.checkOnly
    ? await checkComposed(db, composed, viewer)
    : await answerQuestion(db, viewer, id, composed, new Date());
  if (outcome.ok && outcome.value) {
    nudge();
    throw redirect(`/questions/${id}?posted=answer-${id}#answer-${outcome.value.id}`);
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  if (refusal?.code === 'not-found') return notFound(kept);
  const composer = await answerComposer(db, viewer, id, { refusal, composed });
  return data({ composer }, { status: statusOf(refusal) });
}

export default function Thread() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const composer = refused && 'composer' in refused ? refused.composer : null;
  return (
    <>
      <Crumbs steps={[{ label: '質問', href: '/questions' }]} />
      {facts.posted && <Posted posted={facts.posted} />}
      <Columns
        aside={
          <>
            {facts.notes.length > 0 && (
              <AsideSection id="notes" title="この質問からできたノート">
                <PlainList
                  items={facts.notes.map((note) => ({
                    href: `/notes/${note.slug}`,
                    title: note.title,
                    note: noteAbout(note),
                  }))}
                />
              </AsideSection>
            )}
            {facts.similar.length > 0 && (
              <AsideSection id="similar" title="似た質問">
                <PlainList
                  items={facts.similar.map(({ id, title: asked, state, answerCount }) => ({
                    href: `/questions/${id}`,
                    title: asked,
                    note: `${STATES[state]}・回答 ${answerCount}`,
                  }))}
                />
              </AsideSection>
            )}
          </>
        }
      >
        {/* Rendered once for all readers who may do the same here; see thread-html.server.tsx. */}
        <Fragment name="thread" />
        {facts.canAnswer && (
          <Section id="write" title="回答を書く">
            {composer ? <ComposerIsland {...composer} /> : <Fragment name="composer" />}
          </Section>
        )}
      </Columns>
    </>
  );
}

function Posted({ posted }: { posted: string }) {
  const [kind, heading, text] = MESSAGES[posted.split('-')[0] as string] ?? ['ok', '', ''];
  return (
    <div data-posted={posted}>
      <Notice kind={kind} title={heading}>
        <p>{text}</p>
      </Notice>
    </div>
  );
}

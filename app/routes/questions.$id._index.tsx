import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerQuestion } from '#app/domain/answers/answer.server.ts';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { notesOfThread } from '#app/domain/notes/notes.server.ts';
import { markThreadRead } from '#app/domain/notices/notices.server.ts';
import { askedOrganizations, MOST_ASKED } from '#app/domain/organizations/ask-to-answer.server.ts';
import { findOwnPost } from '#app/domain/posts/own.server.ts';
import { findThread } from '#app/domain/questions/thread.server.ts';
import { relatedNotes, similarQuestions } from '#app/domain/search/similar.server.ts';
import { type MayAnswer as Candidate, whoMayAnswer } from '#app/domain/search/who-may-answer.server.ts';
import { actOnThread } from '#app/http/act-on-thread.server.ts';
import { type Refused, readComposed, sendComposed, statusOf } from '#app/http/compose.server.ts';
import { composerPiece } from '#app/http/composer-piece.server.tsx';
import { answerComposer } from '#app/http/composers.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { draftDone, postedHref, withPosted } from '#app/http/posted.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { threadPiece } from '#app/http/thread-piece.server.tsx';
import { Fragment } from '#app/page-context.tsx';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { AsideSection } from '#app/ui/aside-section.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { noteAbout } from '#app/ui/note/words.ts';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { MayAnswer, type MayAnswerProps } from '#app/ui/thread/may-answer.tsx';
import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';

export const handle: RouteHandle = { place: 'questions' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) => title(facts?.title ?? '質問');

const STATES = { open: '未回答', answered: '回答あり', solved: '解決済み' };

/** The box under the thread; whoever asked is not asked how they do it. */
async function composerOf(db: Db, viewer: Viewer, id: string, isAsker: boolean, refused?: Refused) {
  const composer = await answerComposer(db, viewer, id, refused);
  if (!isAsker) return composer;
  const labels = {
    body: '補足やお礼',
    help: 'あとから分かったことや、お礼をどうぞ。一つの回答に返すときは、その下の「返信する」から書けます。',
    submit: '送る',
  };
  return { ...composer, labels };
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.read');
  const { db } = args.context;
  const now = new Date();
  const id = args.params.id as string;
  const found = await findThread(db, viewer, id, now);
  if (!found) return notFound();
  const { head } = found;
  const thread = await threadPiece(db, found, now);
  if (!thread) return notFound();
  await markThreadRead(db, viewer.id, id, now);
  args.context.fragments.set('thread', withPosted(thread, new URL(args.request.url)));
  const { isAsker } = found.standpoint;
  args.context.fragments.set('composer', composerPiece(await composerOf(db, viewer, id, isAsker)));
  const mayWrite = head.status === 'visible';
  // One's own question without an answer is mended rather than answered.
  const toAdd = isAsker && head.state === 'open';
  const notes = await notesOfThread(db, id);
  const related = (await relatedNotes(db, id)).filter(
    ({ slug }) => !notes.some((note) => note.slug === slug),
  );
  return {
    id,
    title: head.title,
    heading: isAsker ? '補足・お礼を書く' : '回答を書く',
    canWrite: mayWrite && !toAdd,
    canAdd: mayWrite && toAdd,
    mayAnswer: mayWrite && toAdd ? await mayAnswerTo(db, args.context.search, id) : null,
    notes,
    related,
    canGather: mayWrite && head.state !== 'open',
    similar: await similarQuestions(db, id, 3),
  };
}

function reasonFor(why: Candidate['why']): string {
  if (why.kind === 'answered') return `${why.programme}の質問に${why.times}回答えています`;
  return why.kind === 'near' ? '似た質問に答えています' : `${why.programme}を行っています`;
}

async function mayAnswerTo(db: Db, search: SearchIndex, id: string): Promise<MayAnswerProps> {
  const asked = await askedOrganizations(db, id);
  const known = new Set(asked.map((organization) => organization.id));
  const likely = await whoMayAnswer(db, search, id, MOST_ASKED + asked.length);
  return {
    organizations: likely
      .filter((organization) => !known.has(organization.id))
      .slice(0, MOST_ASKED)
      .map(({ why, ...organization }) => ({ ...organization, reason: reasonFor(why) })),
    asked: asked.map(({ label }) => label),
    left: MOST_ASKED - asked.length,
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
  const outcome = await sendComposed(db, composed, viewer, () =>
    answerQuestion(db, viewer, id, composed, new Date()),
  );
  if (outcome.ok && outcome.value) {
    nudge();
    throw redirect(postedHref(id, draftDone(`answer-${id}`, outcome.value), `answer-${outcome.value.id}`));
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  if (refusal?.code === 'not-found') return notFound(kept);
  const isAsker = (await findOwnPost(db, viewer.id, 'question', id)) !== undefined;
  const composer = await composerOf(db, viewer, id, isAsker, { refusal, composed });
  return data({ composer }, { status: statusOf(refusal) });
}

export default function Thread() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const composer = refused && 'composer' in refused ? refused.composer : null;
  return (
    <>
      <Crumbs steps={[{ label: '質問', href: '/questions' }]} />
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
            {facts.canGather && (
              <AsideSection id="gather" title="あとから来る人のために">
                <p className="small">質問と回答から、ノートの下書きを作ります。</p>
                <p className="mt8">
                  <a className="btn btn--line" href={`/questions/${facts.id}/note`}>
                    <Icon name="note" />
                    ノートにまとめる
                  </a>
                </p>
              </AsideSection>
            )}
            {facts.similar.length + facts.related.length > 0 && (
              <AsideSection id="related" title="関連する質問・ノート">
                <PlainList
                  items={[
                    ...facts.related.map((note) => ({
                      href: `/notes/${note.slug}`,
                      title: note.title,
                      note: `ノート・${noteAbout(note)}`,
                    })),
                    ...facts.similar.map(({ id, title: asked, state, answerCount }) => ({
                      href: `/questions/${id}`,
                      title: asked,
                      note: `${STATES[state]}・回答 ${answerCount}`,
                    })),
                  ]}
                />
              </AsideSection>
            )}
          </>
        }
      >
        {/* Rendered once for all readers who may do the same here; see thread-html.server.tsx. */}
        <Fragment name="thread" />
        {facts.mayAnswer && <MayAnswer {...facts.mayAnswer} />}
        {facts.canAdd && (
          <Section id="write" title="書き足したいことがあるとき">
            <p>質問の文章を直すと、これから読む人みんなに伝わります。前の文章は、履歴に残ります。</p>
            <p className="mt16">
              <a className="btn btn--line" href={`/posts/question/${facts.id}/edit`}>
                <Icon name="pencil" />
                質問に書き足す
              </a>
            </p>
            <p className="mt8">
              <a className="small" href={`/questions/${facts.id}/solve`}>
                回答を待たずに、解決しました
              </a>
            </p>
          </Section>
        )}
        {facts.canWrite && (
          <Section id="write" title={facts.heading}>
            {composer ? <ComposerIsland {...composer} /> : <Fragment name="composer" />}
          </Section>
        )}
      </Columns>
    </>
  );
}

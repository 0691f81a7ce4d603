import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { editPost } from '#app/domain/posts/edit.server.ts';
import { type EditablePost, findOwnPost } from '#app/domain/posts/own.server.ts';
import type { Db, PostKind } from '#db/schema.ts';
import { composerProps, type Refused, readComposed, sendComposed, statusOf } from './compose.server.ts';
import { readForm } from './form.server.ts';
import { postParam } from './post-param.server.ts';
import { postedHref } from './posted.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

const LABELS: Record<PostKind, string> = { question: '質問', answer: '回答', comment: '返信' };

/** What is told of an edit, by the status of the post. */
const EDITED = { visible: 'edit', waiting: 'waiting', hidden: 'mended', deleted: 'delete' };

const placeOf = (post: EditablePost) =>
  post.kind === 'question'
    ? `/questions/${post.questionId}`
    : `/questions/${post.questionId}#${post.kind}-${post.id}`;

async function composerOf(db: Db, viewer: Viewer, post: EditablePost, refused?: Refused) {
  const isQuestion = post.kind === 'question';
  const hidden = post.status === 'hidden';
  const place = {
    kind: post.kind,
    questionId: post.questionId,
    replaced: `${post.kind}:${post.id}`,
    action: `/posts/${post.kind}/${post.id}/edit`,
    labels: {
      body: isQuestion ? 'くわしく' : LABELS[post.kind],
      help: hidden
        ? '直したあとも、事務局が公開するまでは隠れています。前の文章は残りません。'
        : '前の文章は履歴に残り、だれでも読めます。',
      submit: hidden ? '直して送る' : '直して公開する',
      cancelHref: placeOf(post),
    },
    rows: isQuestion ? 10 : 6,
    draftKey: null,
    values: isQuestion
      ? { title: post.title, body: post.body, programme: post.programme, tags: post.tags.join(' ') }
      : { body: post.body },
    hidden: [['editCount', String(post.editCount)]] as Array<[string, string]>,
    ...(isQuestion ? { programmes: await programmes.get(db) } : {}),
  };
  return composerProps(db, viewer, place, refused);
}

export async function loadEditPage(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'post.edit');
  const { db } = args.context;
  const { kind, id } = postParam(args.params);
  const post = await findOwnPost(db, viewer.id, kind, id);
  if (!post) return notFound();
  return {
    noun: LABELS[kind],
    title: post.title,
    changed: false,
    composer: await composerOf(db, viewer, post),
  };
}

export async function actOnEditPage(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const { kind, id } = postParam(args.params);
  const form = await readForm(args.request);
  const kept = { title: form.text('title'), body: form.text('body') };
  const viewer = await requireMember(args, 'post.edit', kept);
  const post = await findOwnPost(db, viewer.id, kind, id);
  if (!post) return notFound(kept);
  const composed = await readComposed(db, kind, form, viewer, post.questionId, { kind, id });
  const edit = { ...composed, editCount: Number(form.text('editCount')) };
  const outcome = await sendComposed(db, composed, viewer, () =>
    editPost(db, viewer, kind, post.id, edit, new Date()),
  );
  if (outcome.ok && outcome.value) {
    nudge();
    const [, anchor] = placeOf(post).split('#');
    throw redirect(postedHref(post.questionId, EDITED[outcome.value.status], anchor));
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  const facts = {
    noun: LABELS[kind],
    title: post.title,
    // The form now carries the newer count, so sending it again replaces what was read on this page.
    changed: refusal?.code === 'changed-meanwhile',
    composer: await composerOf(db, viewer, post, { refusal, composed }),
    current: refusal?.code === 'changed-meanwhile' ? post.body : null,
  };
  return data(facts, { status: statusOf(refusal) });
}

import type { Db, PostKind } from '#db/schema.ts';
import { checkAnonymization, type Decisions } from '../anonymization/check.server.ts';
import { recordDecisions } from '../anonymization/record.server.ts';
import { publishAnswer, unpublishAnswer } from '../answers/publish.server.ts';
import { newId } from '../ids.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { type Author, questionProblems } from '../questions/ask.server.ts';
import { replaceTags } from '../questions/tags.server.ts';
import { LIMITS } from './limits.ts';
import { NO_TEXT } from './nothing.ts';
import { type EditablePost, findOwnPost } from './own.server.ts';
import { leadOf, renderBody } from './render.server.ts';
import { splitTags } from './tags.ts';
import { requiredTextProblem, tidy } from './text-problems.ts';

export interface PostEdit {
  /** Blank for answers and comments. */
  title: string;
  body: string;
  /** Blank for answers and comments. */
  programme: string;
  tags: string;
  decisions: Decisions;
  /** The number of edits that the author saw when they began; another means somebody was faster. */
  editCount: number;
}

/**
 * Replaces what a post says and keeps what it said before, for all to see.
 * An edit runs the same check as a new post. An objection takes the post out of sight until the desk decides.
 */
export async function editPost(
  db: Db,
  author: Author,
  kind: PostKind,
  id: string,
  edit: PostEdit,
  now: Date,
): Promise<Outcome<EditablePost & { waiting: boolean }>> {
  const post = await findOwnPost(db, author.id, kind, id);
  if (!post) return refused({ code: 'not-found' });
  if (post.editCount !== edit.editCount) return refused({ code: 'changed-meanwhile' });

  const isQuestion = kind === 'question';
  const typed = {
    title: isQuestion ? tidy(edit.title).replace(/\s*\n\s*/g, ' ') : '',
    body: tidy(edit.body),
    tags: isQuestion ? edit.tags : '',
  };
  if (isQuestion) {
    const fields = await questionProblems(db, { ...typed, programme: edit.programme });
    if (fields) return refused({ code: 'invalid', fields });
  } else {
    const problem = requiredTextProblem(typed.body, kind === 'comment' ? LIMITS.comment : LIMITS.body);
    if (problem) return refused({ code: 'invalid', fields: { body: problem } });
  }
  const fields = { ...typed, tags: splitTags(typed.tags).join(' ') };
  const profile = isQuestion ? 'question' : 'answer';
  const checked = await checkAnonymization(db, fields, profile, author, edit.decisions);
  if (checked.verdict === 'refuse') return refused({ code: 'not-anonymous', findings: checked.findings });

  const { title, body, tags } = checked.texts;
  const waiting = checked.verdict === 'wait';
  const status = waiting ? 'waiting' : 'visible';
  const saved = await db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom(kind)
      .select(['body', 'body_html'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const changes = { body, body_html: renderBody(body), status, edit_count: post.editCount + 1 } as const;
    const result = await tx
      .updateTable(kind)
      .set(isQuestion ? { ...changes, title, lead: leadOf(body), programme: edit.programme } : changes)
      .where('id', '=', id)
      .where('edit_count', '=', post.editCount)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) return false;
    await tx
      .insertInto('revision')
      .values({
        id: newId(),
        kind,
        post_id: id,
        title: (isQuestion ? post.title : NO_TEXT) as typeof title,
        body: before.body as typeof body,
        body_html: before.body_html as (typeof changes)['body_html'],
        replaced_at: now.toISOString(),
      })
      .execute();
    await recordDecisions(tx, kind, id, checked, now);
    if (isQuestion)
      await replaceTags(tx, id, post, {
        programme: edit.programme,
        tags: splitTags(tags) as (typeof tags)[],
        status,
      });
    if (kind === 'answer' && waiting && post.status === 'visible') await unpublishAnswer(tx, post.questionId);
    if (kind === 'answer' && !waiting && post.status === 'waiting') await publishAnswer(tx, id, now);
    await tx
      .updateTable('question')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', post.questionId)
      .execute();
    if (kind !== 'comment') await enqueue(tx, waiting ? 'unindex' : 'index', `${kind}:${id}`, now);
    return true;
  });
  return saved ? accepted({ ...post, waiting }) : refused({ code: 'changed-meanwhile' });
}

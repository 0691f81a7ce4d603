import type { Db, PostKind, SafeHtml, Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, type Decisions, notAnonymous } from '../anonymization/check.server.ts';
import { replaceDecisions } from '../anonymization/record.server.ts';
import { publishStoredAnswer, unpublishAnswer } from '../answers/publish.server.ts';
import { publishComment } from '../comments/comment.server.ts';
import { newId } from '../ids.server.ts';
import { enqueue, enqueueThread } from '../outbox/outbox.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { type Author, isReadable, questionProblems } from '../questions/ask.server.ts';
import { readSoFar } from '../questions/so-far.server.ts';
import { bumpVersion } from '../questions/solve.server.ts';
import { replaceTags } from '../questions/tags.server.ts';
import { EDITS_PER_HOUR, LIMITS } from './limits.ts';
import { NO_TEXT } from './nothing.ts';
import { type EditablePost, findOwnPost } from './own.server.ts';
import { leadOf, renderBody } from './render.server.ts';
import { splitTags } from './tags.ts';
import { requiredTextProblem, tidy, tidyLine } from './text-problems.ts';

const HOUR = 60 * 60 * 1000;

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
 * An edit runs the same check as a new post. An objection takes the post out of sight until the desk decides,
 * and so a hidden post stays hidden whatever it says now.
 */
export async function editPost(
  db: Db,
  author: Author,
  kind: PostKind,
  id: string,
  edit: PostEdit,
  now: Date,
): Promise<Outcome<EditablePost>> {
  const post = await findOwnPost(db, author.id, kind, id);
  if (!post) return refused({ code: 'not-found' });
  if (post.editCount !== edit.editCount) return refused({ code: 'changed-meanwhile' });
  if ((await editsOfLastHour(db, author.id, now)) >= EDITS_PER_HOUR)
    return refused({ code: 'invalid', fields: { body: 'too-many-edits' } });

  const isQuestion = kind === 'question';
  const typed = {
    title: isQuestion ? tidyLine(edit.title) : '',
    body: tidy(edit.body),
    tags: isQuestion ? edit.tags : '',
  };
  const problems = isQuestion
    ? await questionProblems(db, { ...typed, programme: edit.programme })
    : replyProblems(kind, typed.body);
  if (problems && !isReadable(problems)) return refused({ code: 'invalid', fields: problems });
  const fields = { ...typed, tags: splitTags(typed.tags).join(' ') };
  const profile = isQuestion ? 'question' : 'answer';
  const soFar = await readSoFar(db, post.questionId, { kind, id });
  const checked = await checkAnonymization(db, fields, profile, author, edit.decisions, soFar);
  if (checked.verdict === 'refuse') return notAnonymous(checked, problems);
  if (problems) return refused({ code: 'invalid', fields: problems });

  const { title, body, tags } = checked.texts;
  return db.transaction().execute(async (tx) => {
    // From here on the thread is this transaction's; while the check ran it may have changed.
    await bumpVersion(tx, post.questionId);
    const before = await findOwnPost(tx, author.id, kind, id);
    if (!before) return refused({ code: 'not-found' });
    if (before.editCount !== edit.editCount) return refused({ code: 'changed-meanwhile' });
    if (before.status === 'visible') await keepRevision(tx, before, now);
    const passed = checked.verdict === 'wait' ? 'waiting' : 'visible';
    const status = before.status === 'hidden' ? 'hidden' : passed;
    const changes = { body, body_html: renderBody(body), status, edit_count: before.editCount + 1 } as const;
    await tx
      .updateTable(kind)
      .set(isQuestion ? { ...changes, title, lead: leadOf(body), programme: edit.programme } : changes)
      .where('id', '=', id)
      .execute();
    await replaceDecisions(tx, kind, id, checked, now);
    if (isQuestion)
      await replaceTags(tx, id, before, {
        programme: edit.programme,
        tags: splitTags(tags) as (typeof tags)[],
        status,
      });
    const appears = status === 'visible' && before.status === 'waiting';
    if (kind === 'answer' && status === 'waiting' && before.status === 'visible')
      await unpublishAnswer(tx, post.questionId);
    if (kind === 'answer' && appears) await publishStoredAnswer(tx, id, now);
    if (kind === 'comment' && appears) await publishComment(tx, id, now);
    const job = status === 'visible' ? 'index' : 'unindex';
    if (isQuestion) await enqueueThread(tx, job, id, now);
    if (kind === 'answer') await enqueue(tx, job, `answer:${id}`, now);
    return accepted({ ...before, status });
  });
}

/** How often the author has replaced within an hour what everybody could read. */
async function editsOfLastHour(db: Db, authorId: string, now: Date): Promise<number> {
  const ownPosts = db
    .selectFrom('question')
    .select('id')
    .where('author_id', '=', authorId)
    .unionAll(db.selectFrom('answer').select('id').where('author_id', '=', authorId))
    .unionAll(db.selectFrom('comment').select('id').where('author_id', '=', authorId));
  const { edits } = await db
    .selectFrom('revision')
    .select(({ fn }) => fn.countAll().as('edits'))
    .where('post_id', 'in', ownPosts)
    .where('replaced_at', '>', new Date(now.getTime() - HOUR).toISOString())
    .executeTakeFirstOrThrow();
  return Number(edits);
}

function replyProblems(kind: PostKind, body: string): Record<string, FieldProblem> | undefined {
  const problem = requiredTextProblem(body, kind === 'comment' ? LIMITS.comment : LIMITS.body);
  return problem && { body: problem };
}

/**
 * Keeps what everybody could read until now. What was waiting or hidden is not kept: the author has just taken out
 * of it what nobody else is to read.
 */
async function keepRevision(tx: Tx, post: EditablePost, now: Date): Promise<void> {
  const { body_html } = await tx
    .selectFrom(post.kind)
    .select('body_html')
    .where('id', '=', post.id)
    .executeTakeFirstOrThrow();
  const passed = (text: string) => text as AnonymizedText;
  await tx
    .insertInto('revision')
    .values({
      id: newId(),
      kind: post.kind,
      post_id: post.id,
      title: post.kind === 'question' ? passed(post.title) : NO_TEXT,
      body: passed(post.body),
      body_html: body_html as SafeHtml,
      replaced_at: now.toISOString(),
    })
    .execute();
}

import type { Db, PostStatus, Tx } from '#db/schema.ts';
import { checkAnonymization, notAnonymous } from '../anonymization/check.server.ts';
import { recordDecisions } from '../anonymization/record.server.ts';
import type { AnswerDraft } from '../answers/answer.server.ts';
import { newId } from '../ids.server.ts';
import { notify } from '../notices/notify.server.ts';
import { type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { renderMarkdown } from '../posts/markdown.server.ts';
import { type Posted, postOnce, STANDING, sameSince } from '../posts/once.server.ts';
import { requiredTextProblem, tidy } from '../posts/text-problems.ts';
import type { Author } from '../questions/ask.server.ts';
import { readSoFar } from '../questions/so-far.server.ts';
import { bumpVersion } from '../questions/solve.server.ts';

/** Publishes a comment under an answer, if it names nobody. */
export async function commentOnAnswer(
  db: Db,
  author: Author,
  answerId: string,
  draft: AnswerDraft,
  now: Date,
): Promise<Outcome<Posted>> {
  const typed = tidy(draft.body);
  const problem = requiredTextProblem(typed, LIMITS.comment);
  if (problem) return refused({ code: 'invalid', fields: { body: problem } });
  const answer = await db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select('answer.question_id')
    .where('answer.id', '=', answerId)
    .where('answer.status', '=', 'visible')
    .where('question.status', '=', 'visible')
    .executeTakeFirst();
  if (!answer) return refused({ code: 'not-found' });

  const soFar = await readSoFar(db, answer.question_id);
  const checked = await checkAnonymization(db, { body: typed }, 'answer', author, draft.decisions, soFar);
  if (checked.verdict === 'refuse') return notAnonymous(checked);

  const { body } = checked.texts;
  const id = newId();
  const status: PostStatus = checked.verdict === 'wait' ? 'waiting' : 'visible';
  const post = { id, status, authorId: author.id, submissionKey: draft.submissionKey };
  const same = await db
    .selectFrom('comment')
    .select(['id', 'status'])
    .where('question_id', '=', answer.question_id)
    .where('answer_id', '=', answerId)
    .where('author_id', '=', author.id)
    .where('commented_at', '>=', sameSince(now))
    .where('status', 'in', STANDING)
    .where('body', '=', body)
    .executeTakeFirst();
  return postOnce(db, 'comment', post, same, () =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('comment')
        .values({
          id,
          question_id: answer.question_id,
          answer_id: answerId,
          author_id: author.id,
          body,
          body_html: renderMarkdown(body),
          status,
          commented_at: now.toISOString(),
          edit_count: 0,
          submission_key: draft.submissionKey,
        })
        .execute();
      await recordDecisions(tx, 'comment', id, checked, now);
      if (status === 'visible') await publishComment(tx, id, now);
      // Its author and the desk see the thread anew.
      else await bumpVersion(tx, answer.question_id);
    }),
  );
}

/** What follows when a comment becomes visible: the thread moves up, the asker and the answerer hear of it. */
export async function publishComment(tx: Tx, commentId: string, now: Date): Promise<void> {
  const comment = await tx
    .selectFrom('comment')
    .innerJoin('answer', 'answer.id', 'comment.answer_id')
    .select([
      'comment.question_id',
      'comment.author_id',
      'answer.author_id as answererId',
      'answer.asker_id as askerId',
    ])
    .where('comment.id', '=', commentId)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('question')
    .set((eb) => ({ active_at: now.toISOString(), version: eb('version', '+', 1) }))
    .where('id', '=', comment.question_id)
    .execute();
  for (const reader of new Set([comment.answererId, comment.askerId])) {
    await notify(tx, 'comment', reader, comment.question_id, commentId, comment.author_id, now);
  }
}

import type { Db, PostStatus } from '#db/schema.ts';
import { checkAnonymization, type Decisions, notAnonymous } from '../anonymization/check.server.ts';
import { recordDecisions } from '../anonymization/record.server.ts';
import { newId } from '../ids.server.ts';
import { type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { type Posted, postOnce, STANDING, sameSince } from '../posts/once.server.ts';
import { renderBody } from '../posts/render.server.ts';
import { requiredTextProblem, tidy } from '../posts/text-problems.ts';
import type { Author } from '../questions/ask.server.ts';
import { readSoFar } from '../questions/so-far.server.ts';
import { bumpVersion } from '../questions/solve.server.ts';
import { publishAnswer } from './publish.server.ts';

export interface AnswerDraft {
  body: string;
  decisions: Decisions;
  submissionKey: string;
}

/** Publishes an answer to a question that everybody sees, if it names nobody. */
export async function answerQuestion(
  db: Db,
  author: Author,
  questionId: string,
  draft: AnswerDraft,
  now: Date,
): Promise<Outcome<Posted>> {
  const typed = tidy(draft.body);
  const problem = requiredTextProblem(typed, LIMITS.body);
  if (problem) return refused({ code: 'invalid', fields: { body: problem } });
  const question = await db
    .selectFrom('question')
    .select(['id', 'author_id', 'programme', 'state'])
    .where('id', '=', questionId)
    .where('status', '=', 'visible')
    .executeTakeFirst();
  if (!question) return refused({ code: 'not-found' });

  const soFar = await readSoFar(db, questionId);
  const checked = await checkAnonymization(db, { body: typed }, 'answer', author, draft.decisions, soFar);
  if (checked.verdict === 'refuse') return notAnonymous(checked);

  const { body } = checked.texts;
  const id = newId();
  const status: PostStatus = checked.verdict === 'wait' ? 'waiting' : 'visible';
  const post = { id, status, authorId: author.id, submissionKey: draft.submissionKey };
  const same = await db
    .selectFrom('answer')
    .select(['id', 'status'])
    .where('question_id', '=', questionId)
    .where('author_id', '=', author.id)
    .where('answered_at', '>=', sameSince(now))
    .where('status', 'in', STANDING)
    .where('body', '=', body)
    .executeTakeFirst();
  const answer = { id, question_id: questionId, author_id: author.id, asker_id: question.author_id };
  return postOnce(db, 'answer', post, same, () =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('answer')
        .values({
          ...answer,
          body,
          body_html: renderBody(body),
          status,
          answered_at: now.toISOString(),
          helpful_at: null,
          edit_count: 0,
          submission_key: draft.submissionKey,
        })
        .execute();
      await recordDecisions(tx, 'answer', id, checked, now);
      if (status === 'visible') await publishAnswer(tx, answer, now);
      // Its author and the desk see the thread anew.
      else await bumpVersion(tx, questionId);
    }),
  );
}

import type { Insertable } from 'kysely';
import { prepared } from '#db/prepared.server.ts';
import type { Db, PostStatus, Schema } from '#db/schema.ts';
import {
  type AnonymizedText,
  checkAnonymization,
  type Decisions,
  notAnonymous,
} from '../anonymization/check.server.ts';
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

const answerable = prepared((db, { questionId }: { questionId: string }) =>
  db.selectFrom('question').select('author_id').where('id', '=', questionId).where('status', '=', 'visible'),
);

const sameAnswer = prepared(
  (
    db,
    {
      questionId,
      authorId,
      since,
      body,
    }: Record<'questionId' | 'authorId' | 'since', string> & { body: AnonymizedText },
  ) =>
    db
      .selectFrom('answer')
      .select(['id', 'status'])
      .where('question_id', '=', questionId)
      .where('author_id', '=', authorId)
      .where('answered_at', '>=', since)
      .where('status', 'in', STANDING)
      .where('body', '=', body),
);

const insertAnswer = prepared((db, answer: Omit<Insertable<Schema['answer']>, 'helpful_at' | 'edit_count'>) =>
  db.insertInto('answer').values({
    id: answer.id,
    question_id: answer.question_id,
    author_id: answer.author_id,
    asker_id: answer.asker_id,
    body: answer.body,
    body_html: answer.body_html,
    status: answer.status,
    answered_at: answer.answered_at,
    submission_key: answer.submission_key,
    helpful_at: null,
    edit_count: 0,
  }),
);

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
  const [question] = await answerable(db, { questionId });
  if (!question) return refused({ code: 'not-found' });

  const soFar = await readSoFar(db, questionId);
  const checked = await checkAnonymization(db, { body: typed }, 'answer', author, draft.decisions, soFar);
  if (checked.verdict === 'refuse') return notAnonymous(checked);

  const { body } = checked.texts;
  const id = newId();
  const status: PostStatus = checked.verdict === 'wait' ? 'waiting' : 'visible';
  const post = { id, status, authorId: author.id, submissionKey: draft.submissionKey };
  const [same] = await sameAnswer(db, { questionId, authorId: author.id, since: sameSince(now), body });
  const answer = { id, question_id: questionId, author_id: author.id, asker_id: question.author_id };
  return postOnce(db, 'answer', post, same, () =>
    db.transaction().execute(async (tx) => {
      await insertAnswer(tx, {
        ...answer,
        body,
        body_html: renderBody(body),
        status,
        answered_at: now.toISOString(),
        submission_key: draft.submissionKey,
      });
      await recordDecisions(tx, 'answer', id, checked, now);
      if (status === 'visible') await publishAnswer(tx, answer, now);
      // Its author and the desk see the thread anew.
      else await bumpVersion(tx, questionId);
    }),
  );
}

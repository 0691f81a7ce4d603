import type { Selectable } from 'kysely';
import { prepared } from '#db/prepared.server.ts';
import type { QuestionState, Schema, Tx } from '#db/schema.ts';
import { notify } from '../notices/notify.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { tagsOf } from '../questions/tags.server.ts';
import { tally, topicsOf } from '../questions/tally.server.ts';

/** The same as `publishAnswer`, for one that was stored before. */
export async function publishStoredAnswer(tx: Tx, id: string, now: Date): Promise<void> {
  const answer = await tx
    .selectFrom('answer')
    .select(['id', 'author_id', 'asker_id', 'question_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await publishAnswer(tx, answer, now);
}

const COUNTED = ['id', 'programme', 'state', 'answer_count', 'status'] as const;
type Counted = Pick<Selectable<Schema['question']>, (typeof COUNTED)[number]>;

type Answer = Pick<Selectable<Schema['answer']>, 'id' | 'author_id' | 'asker_id' | 'question_id'>;

const countAnswer = prepared((db, { questionId, at }: { questionId: string; at: string }) =>
  db
    .updateTable('question')
    .set((eb) => ({
      answer_count: eb('answer_count', '+', 1),
      active_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', questionId)
    .returning(COUNTED),
);

/** What follows when an answer becomes visible: counts, the thread's state, the asker's notice, the index. */
export async function publishAnswer(tx: Tx, answer: Answer, now: Date): Promise<void> {
  const [question] = await countAnswer(tx, { questionId: answer.question_id, at: now.toISOString() });
  if (!question) throw new Error('The question of an answer is gone');
  if (question.state === 'open') await moveCounted(tx, question, 'answered');
  await notify(tx, 'answer', answer.asker_id, answer.question_id, answer.id, answer.author_id, now);
  await enqueue(tx, 'index', `answer:${answer.id}`, now);
}

/** The reverse for the counts: an answer that everybody saw goes out of sight. */
export async function unpublishAnswer(tx: Tx, questionId: string): Promise<void> {
  const question = await tx
    .updateTable('question')
    .set((eb) => ({ answer_count: eb('answer_count', '-', 1) }))
    .where('id', '=', questionId)
    .returning(COUNTED)
    .executeTakeFirstOrThrow();
  if (question.answer_count === 0 && question.state === 'answered') await moveCounted(tx, question, 'open');
}

/** Changes the state, and the counts with it where the question is in them: those that everybody sees are. */
async function moveCounted(tx: Tx, question: Counted, state: QuestionState): Promise<void> {
  await tx.updateTable('question').set({ state }).where('id', '=', question.id).execute();
  if (question.status !== 'visible') return;
  const topics = topicsOf(question.programme, await tagsOf(tx, question.id));
  await tally(tx, topics, question.state, -1);
  await tally(tx, topics, state, 1);
}

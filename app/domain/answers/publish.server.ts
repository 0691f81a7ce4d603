import type { Tx } from '#db/schema.ts';
import { notify } from '../notices/notify.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { tagsOf } from '../questions/tags.server.ts';
import { tally, topicsOf } from '../questions/tally.server.ts';

/** What follows when an answer becomes visible: counts, the thread's state, the asker's notice, the index. */
export async function publishAnswer(tx: Tx, answerId: string, now: Date): Promise<void> {
  const answer = await tx
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select([
      'answer.author_id',
      'answer.asker_id',
      'answer.question_id',
      'question.state',
      'question.programme',
    ])
    .where('answer.id', '=', answerId)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('question')
    .set((eb) => ({
      answer_count: eb('answer_count', '+', 1),
      state: answer.state === 'open' ? 'answered' : answer.state,
      active_at: now.toISOString(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', answer.question_id)
    .execute();
  if (answer.state === 'open') {
    const topics = topicsOf(answer.programme, await tagsOf(tx, answer.question_id));
    await tally(tx, topics, 'open', -1);
    await tally(tx, topics, 'answered', 1);
  }
  await notify(tx, 'answer', answer.asker_id, answer.question_id, answerId, answer.author_id, now);
  await enqueue(tx, 'index', `answer:${answerId}`, now);
}

/** The reverse for the counts: an answer that everybody saw goes out of sight. */
export async function unpublishAnswer(tx: Tx, questionId: string): Promise<void> {
  const question = await tx
    .selectFrom('question')
    .select(['programme', 'state', 'answer_count', 'status'])
    .where('id', '=', questionId)
    .executeTakeFirstOrThrow();
  const left = question.answer_count - 1;
  const opensAgain = left === 0 && question.state === 'answered';
  await tx
    .updateTable('question')
    .set({ answer_count: left, ...(opensAgain ? { state: 'open' as const } : {}) })
    .where('id', '=', questionId)
    .execute();
  if (!opensAgain || question.status !== 'visible') return;
  const topics = topicsOf(question.programme, await tagsOf(tx, questionId));
  await tally(tx, topics, 'answered', -1);
  await tally(tx, topics, 'open', 1);
}

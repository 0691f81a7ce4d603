import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';
import { type QuestionRow, questionsByIds } from '../questions/list.server.ts';

const KEPT = 4;

/**
 * Finds the questions nearest to one that was just indexed, and keeps them with it; they in turn may now have a
 * nearer neighbour. Done once by the worker, because asking the index at each view would cost more than the page.
 */
export async function relate(db: Db, index: SearchIndex, questionId: string): Promise<void> {
  const neighbours = await findSimilar(db, index, questionId);
  await keep(db, questionId, neighbours);
  for (const neighbour of neighbours) await keep(db, neighbour, await findSimilar(db, index, neighbour));
}

/** The questions kept as near to this one that everybody may see now, nearest first. */
export async function similarQuestions(db: Db, questionId: string, limit: number): Promise<QuestionRow[]> {
  const rows = await db
    .selectFrom('question_similar')
    .select('similar_id')
    .where('question_id', '=', questionId)
    .orderBy('position')
    .execute();
  const questions = await questionsByIds(
    db,
    rows.map((row) => row.similar_id),
  );
  return questions.slice(0, limit);
}

async function findSimilar(db: Db, index: SearchIndex, questionId: string): Promise<string[]> {
  const question = await db
    .selectFrom('question')
    .select('title')
    .where('id', '=', questionId)
    .executeTakeFirst();
  if (!question) return [];
  const { hits } = await index.query({ words: question.title, kinds: ['question'], limit: KEPT + 1 });
  return hits
    .map((hit) => hit.id.slice('question:'.length))
    .filter((id) => id !== questionId)
    .slice(0, KEPT);
}

async function keep(db: Db, questionId: string, similar: readonly string[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('question_similar').where('question_id', '=', questionId).execute();
    if (similar.length === 0) return;
    await tx
      .insertInto('question_similar')
      .values(similar.map((similar_id, position) => ({ question_id: questionId, position, similar_id })))
      .execute();
  });
}

import { setImmediate as turn } from 'node:timers/promises';
import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';
import { type NoteCard, notesByIds } from '../notes/notes.server.ts';
import { type QuestionRow, questionsByIds } from '../questions/list.server.ts';

const KEPT = { questions: 4, notes: 3 };
/** What is looked at to find so many of each. */
const LOOKED_AT = 12;

/**
 * Finds the questions and notes nearest to questions that were just indexed, and keeps them with each; the questions
 * near to them, or to a note that was just indexed, may now have a nearer neighbour and look around anew. Done once by
 * the worker, because asking the index at each view would cost more than the page.
 *
 * @param jobs name questions and notes, as in `question:abc`
 */
export async function relate(
  db: Db,
  index: SearchIndex,
  jobs: ReadonlyArray<{ subject: string }>,
): Promise<void> {
  const { question = [], note = [] } = Object.groupBy(new Set(jobs.map(({ subject }) => subject)), kindIn);
  const related = new Set(question.map(idIn));
  const neighbours = new Set<string>();
  for (const id of related) for (const near of await relateOne(db, index, id)) neighbours.add(near);
  for (const near of await questionsNear(db, index, note.map(idIn))) neighbours.add(near);
  for (const id of neighbours) if (!related.has(id)) await relateOne(db, index, id);
}

async function questionsNear(db: Db, index: SearchIndex, notes: readonly string[]): Promise<string[]> {
  if (notes.length === 0) return [];
  const titles = await db.selectFrom('note').select('title').where('id', 'in', notes).execute();
  const near: string[] = [];
  for (const { title } of titles) {
    await turn();
    const { hits } = await index.query({
      words: title,
      kinds: ['question'],
      limit: KEPT.questions,
      withoutCounts: true,
    });
    near.push(...hits.map(({ id }) => idIn(id)));
  }
  return near;
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

/** The notes kept as near to a question that everybody may see now, nearest first. */
export async function relatedNotes(db: Db, questionId: string): Promise<NoteCard[]> {
  const rows = await db
    .selectFrom('question_note')
    .select('note_id')
    .where('question_id', '=', questionId)
    .orderBy('position')
    .execute();
  const notes = await notesByIds(
    db,
    rows.map((row) => row.note_id),
  );
  return rows.flatMap(({ note_id }) => notes.get(note_id) ?? []);
}

const kindIn = (document: string) => document.slice(0, document.indexOf(':')) as 'question' | 'note';
const idIn = (document: string) => document.slice(document.indexOf(':') + 1);

/** @returns the ids of the questions that are near */
async function relateOne(db: Db, index: SearchIndex, questionId: string): Promise<string[]> {
  const question = await db
    .selectFrom('question')
    .select('title')
    .where('id', '=', questionId)
    .executeTakeFirst();
  if (!question) return [];
  // SQLite answers without a pause; others are to have their turn between two searches.
  await turn();
  const { hits } = await index.query({
    words: question.title,
    kinds: ['question', 'note'],
    limit: LOOKED_AT,
    withoutCounts: true,
  });
  const near = (kind: string) => hits.filter((hit) => hit.kind === kind).map(({ id }) => idIn(id));
  const questions = near('question')
    .filter((id) => id !== questionId)
    .slice(0, KEPT.questions);
  const notes = near('note').slice(0, KEPT.notes);
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('question_similar').where('question_id', '=', questionId).execute();
    await tx.deleteFrom('question_note').where('question_id', '=', questionId).execute();
    if (questions.length > 0) {
      await tx
        .insertInto('question_similar')
        .values(questions.map((similar_id, position) => ({ question_id: questionId, position, similar_id })))
        .execute();
    }
    if (notes.length > 0) {
      await tx
        .insertInto('question_note')
        .values(notes.map((note_id, position) => ({ question_id: questionId, position, note_id })))
        .execute();
    }
  });
  return questions;
}

import { setImmediate as turn } from 'node:timers/promises';
import { prepared } from '#db/prepared.server.ts';
import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';
import { type NoteCard, notesByIds } from '../notes/notes.server.ts';
import { enqueueOnce } from '../outbox/outbox.server.ts';
import { type QuestionRow, questionsByIds } from '../questions/list.server.ts';

const KEPT = { questions: 4, notes: 3 };
/** What is looked at to find so many of each. */
const LOOKED_AT = 12;

/**
 * Finds the questions and notes nearest to one that was just indexed, and keeps them with it; the questions near to it
 * may now have a nearer neighbour and look around anew, by jobs of their own. Done once by the worker, because asking
 * the index at each view would cost more than the page.
 *
 * @param jobs name what to look around from: `question:abc` and `note:abc` were indexed, `near:abc` is a question near
 *   to such
 */
export async function relate(
  db: Db,
  index: SearchIndex,
  jobs: ReadonlyArray<{ subject: string }>,
  now: Date,
): Promise<void> {
  const near = new Set<string>();
  for (const subject of new Set(jobs.map((job) => job.subject))) {
    // SQLite answers without a pause; others are to have their turn between two searches.
    await turn();
    const found = subject.startsWith('note:')
      ? await questionsNear(db, index, idIn(subject))
      : await relateOne(db, index, idIn(subject));
    if (!subject.startsWith('near:')) for (const id of found) near.add(`near:${id}`);
  }
  await enqueueOnce(db, 'relate', near, now);
}

async function questionsNear(db: Db, index: SearchIndex, noteId: string): Promise<string[]> {
  const note = await db.selectFrom('note').select('title').where('id', '=', noteId).executeTakeFirst();
  if (!note) return [];
  const { hits } = await index.query({
    words: note.title,
    kinds: ['question'],
    limit: KEPT.questions,
    withoutCounts: true,
  });
  return hits.map(({ id }) => idIn(id));
}

const similarIds = prepared((db, { questionId }: { questionId: string }) =>
  db
    .selectFrom('question_similar')
    .select('similar_id')
    .where('question_id', '=', questionId)
    .orderBy('position'),
);

const noteIds = prepared((db, { questionId }: { questionId: string }) =>
  db.selectFrom('question_note').select('note_id').where('question_id', '=', questionId).orderBy('position'),
);

/** The questions kept as near to this one that everybody may see now, nearest first. */
export async function similarQuestions(db: Db, questionId: string, limit: number): Promise<QuestionRow[]> {
  const rows = await similarIds(db, { questionId });
  const questions = await questionsByIds(
    db,
    rows.map((row) => row.similar_id),
  );
  return questions.slice(0, limit);
}

/** The notes kept as near to a question that everybody may see now, nearest first. */
export async function relatedNotes(db: Db, questionId: string): Promise<NoteCard[]> {
  const rows = await noteIds(db, { questionId });
  const notes = await notesByIds(
    db,
    rows.map((row) => row.note_id),
  );
  return rows.flatMap(({ note_id }) => notes.get(note_id) ?? []);
}

const idIn = (document: string) => document.slice(document.indexOf(':') + 1);

/** @returns the ids of the questions that are near */
async function relateOne(db: Db, index: SearchIndex, questionId: string): Promise<string[]> {
  const question = await db
    .selectFrom('question')
    .select('title')
    .where('id', '=', questionId)
    .executeTakeFirst();
  if (!question) return [];
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

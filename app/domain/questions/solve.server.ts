import type { Db, Tx } from '#db/schema.ts';
import {
  checkAnonymization,
  type Decisions,
  NO_DECISIONS,
  notAnonymous,
} from '../anonymization/check.server.ts';
import { notify } from '../notices/notify.server.ts';
import { enqueueThread } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { textProblem, tidy } from '../posts/text-problems.ts';
import type { Author } from './ask.server.ts';
import { readSoFar } from './so-far.server.ts';
import { tagsOf } from './tags.server.ts';
import { tally, topicsOf } from './tally.server.ts';

/**
 * The asker says that the question is solved, and may tell what became of it (その後), at once or later.
 *
 * @param outcome Markdown is not rendered here: a few plain sentences; blank takes back what was told before, null
 *   leaves it
 */
export async function solveQuestion(
  db: Db,
  asker: Author,
  id: string,
  outcome: { text: string; decisions: Decisions } | null,
  now: Date,
): Promise<Outcome<null>> {
  const { text, decisions } = outcome ?? { text: '', decisions: NO_DECISIONS };
  const typed = tidy(text);
  const problem = textProblem(typed, LIMITS.outcome);
  if (problem) return refused({ code: 'invalid', fields: { body: problem } });
  const soFar = await readSoFar(db, id, { kind: 'outcome', id });
  const checked = await checkAnonymization(db, { body: typed }, 'answer', asker, decisions, soFar);
  // A word to the whole thread at the end cannot wait for the desk: what is disputed is left out or rewritten.
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  if (checked.verdict === 'wait') return notAnonymous({ findings: checked.disputed, unfit: [] });
  return db.transaction().execute(async (tx) => {
    const question = await takeOwnQuestion(tx, asker.id, id);
    if (!question) return refused({ code: 'not-found' });
    const told = outcome === null ? {} : { outcome: checked.texts.body };
    if (question.state === 'solved') {
      await tx
        .updateTable('question')
        .set({ state: 'solved', ...told })
        .where('id', '=', id)
        .execute();
      return accepted(null);
    }
    await moveTo(tx, question, 'solved');
    await tx
      .updateTable('question')
      .set({ solved_at: now.toISOString(), ...told })
      .where('id', '=', id)
      .execute();
    const answerers = await tx
      .selectFrom('answer')
      .select('author_id')
      .distinct()
      .where('question_id', '=', id)
      .where('status', '=', 'visible')
      .execute();
    for (const { author_id } of answerers) await notify(tx, 'solved', author_id, id, '', asker.id, now);
    await enqueueThread(tx, 'index', id, now);
    return accepted(null);
  });
}

/** What the asker told of their own question's outcome; somebody else's question is simply not found. */
export function findOutcome(db: Db, askerId: string, id: string) {
  return db
    .selectFrom('question')
    .select(['id', 'title', 'state', 'outcome'])
    .where('id', '=', id)
    .where('author_id', '=', askerId)
    .where('status', '=', 'visible')
    .executeTakeFirst();
}

/** The asker opens a solved question again. What was told of the outcome stays. */
export async function reopenQuestion(db: Db, askerId: string, id: string, now: Date): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const question = await takeOwnQuestion(tx, askerId, id);
    if (!question) return refused({ code: 'not-found' });
    await moveTo(tx, question, question.answer_count > 0 ? 'answered' : 'open');
    await tx.updateTable('question').set({ solved_at: null }).where('id', '=', id).execute();
    await enqueueThread(tx, 'index', id, now);
    return accepted(null);
  });
}

/** The asker marks an answer as helpful, or takes the mark back. Several answers may carry it. */
export async function markHelpful(
  db: Db,
  askerId: string,
  answerId: string,
  helpful: boolean,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const answer = await tx
      .updateTable('answer')
      .set({ helpful_at: helpful ? now.toISOString() : null })
      .where('id', '=', answerId)
      .where('asker_id', '=', askerId)
      .where('status', '=', 'visible')
      .returning('question_id')
      .executeTakeFirst();
    if (!answer) return refused({ code: 'not-found' });
    await bumpVersion(tx, answer.question_id);
    return accepted(null);
  });
}

/** Every change that a reader of the thread may see makes its version grow. */
export async function bumpVersion(tx: Tx, questionId: string): Promise<void> {
  await tx
    .updateTable('question')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', questionId)
    .execute();
}

/** Reads the question by writing to it, so that its row is this transaction's and stays as it was read. */
function takeOwnQuestion(tx: Tx, askerId: string, id: string) {
  return tx
    .updateTable('question')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('author_id', '=', askerId)
    .where('status', '=', 'visible')
    .returning(['id', 'programme', 'state', 'answer_count'])
    .executeTakeFirst();
}

type OwnQuestion = NonNullable<Awaited<ReturnType<typeof takeOwnQuestion>>>;

async function moveTo(tx: Tx, question: OwnQuestion, state: OwnQuestion['state']): Promise<void> {
  if (question.state === state) return;
  await tx.updateTable('question').set({ state }).where('id', '=', question.id).execute();
  const topics = topicsOf(question.programme, await tagsOf(tx, question.id));
  await tally(tx, topics, question.state, -1);
  await tally(tx, topics, state, 1);
}

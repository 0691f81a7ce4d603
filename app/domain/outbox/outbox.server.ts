import { prepared } from '#db/prepared.server.ts';
import type { Db, Schema, Tx } from '#db/schema.ts';
import { EngineAway } from '#search/engine-away.ts';
import { newId } from '../ids.server.ts';

type Job = Schema['outbox']['job'];

/**
 * Writes down a side effect in the transaction that causes it; the worker carries it out after the commit.
 *
 * @param due when it is to happen; at once if not said
 */
export async function enqueue(tx: Tx, job: Job, subject: string, now: Date, due = now): Promise<void> {
  await insertJob(tx, { id: newId(), job, subject, at: now.toISOString(), due: due.toISOString() });
}

const insertJob = prepared((db, values: Record<'id' | 'subject' | 'at' | 'due', string> & { job: Job }) =>
  db.insertInto('outbox').values({
    id: values.id,
    job: values.job,
    subject: values.subject,
    created_at: values.at,
    attempts: 0,
    try_after: values.due,
    dead_at: null,
    last_error: null,
  }),
);

/** The same for a question with its answers, which are found and lost with it. */
export async function enqueueThread(
  tx: Tx,
  job: 'index' | 'unindex',
  questionId: string,
  now: Date,
): Promise<void> {
  await enqueue(tx, job, `question:${questionId}`, now);
  const answers = await tx.selectFrom('answer').select('id').where('question_id', '=', questionId).execute();
  for (const { id } of answers) await enqueue(tx, job, `answer:${id}`, now);
}

/** The same for many subjects, except those for which such a job waits already: one does for both. */
export async function enqueueOnce(db: Db, job: Job, subjects: Iterable<string>, now: Date): Promise<void> {
  const at = now.toISOString();
  const rows = Array.from(subjects, (subject) => ({
    // An id of their own makes them meet.
    id: `${job} ${subject}`,
    job,
    subject,
    created_at: at,
    attempts: 0,
    try_after: at,
    dead_at: null,
    last_error: null,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ attempts: 0, try_after: at, dead_at: null }),
    )
    .execute();
}

export const MOST_ATTEMPTS = 8;
/** Milliseconds to wait after the first failure; doubled after each further one. */
const FIRST_DELAY = 2000;
/** Milliseconds between two looks whether an engine that was away is back; what waits for it is never given up. */
const UNTIL_BACK = 30_000;
/** Most jobs carried out together. */
export const BATCH = 100;

export interface DueJob {
  id: string;
  job: Job;
  subject: string;
  attempts: number;
}

/** What is due of these jobs, oldest first, a batch at most. */
export function dueJobs(db: Db, jobs: readonly Job[], now: Date, limit = BATCH): Promise<DueJob[]> {
  return db
    .selectFrom('outbox')
    .select(['id', 'job', 'subject', 'attempts'])
    .where('job', 'in', jobs)
    .where('dead_at', 'is', null)
    .where('try_after', '<=', now.toISOString())
    .orderBy('try_after')
    .limit(limit)
    .execute();
}

/**
 * Carries out what is due of these jobs, oldest first, and forgets what succeeded.
 * A job may run more than once (a crash between doing and forgetting), so `perform` must be idempotent.
 *
 * @returns the number of jobs done
 */
export async function performDue(
  db: Db,
  jobs: readonly Job[],
  perform: (jobs: DueJob[]) => Promise<void>,
  now: Date,
  limit = BATCH,
): Promise<number> {
  const due = await dueJobs(db, jobs, now, limit);
  if (due.length === 0) return 0;
  try {
    await perform(due);
  } catch (error) {
    if (due.length > 1) return performOneByOne(db, due, perform, now);
    await postpone(db, due[0]!, error, now);
    return 0;
  }
  await db
    .deleteFrom('outbox')
    .where(
      'id',
      'in',
      due.map((job) => job.id),
    )
    .execute();
  return due.length;
}

/** So that one job that always fails does not hold up its neighbours. */
async function performOneByOne(db: Db, due: DueJob[], perform: (jobs: DueJob[]) => Promise<void>, now: Date) {
  let done = 0;
  for (const job of due) {
    try {
      await perform([job]);
      await db.deleteFrom('outbox').where('id', '=', job.id).execute();
      done += 1;
    } catch (error) {
      await postpone(db, job, error, now);
    }
  }
  return done;
}

function postpone(db: Db, job: DueJob, error: unknown, now: Date): Promise<void> {
  const { attempts } = job;
  return error instanceof EngineAway
    ? tryAgain(db, job, error, { attempts, delay: UNTIL_BACK }, now)
    : tryAgain(db, job, error, { attempts: attempts + 1, delay: FIRST_DELAY * 2 ** attempts }, now);
}

/**
 * Puts a job that failed off, or gives it up after eight attempts. Of the error its kind is kept and never its words.
 *
 * @param next how often it has been tried by now, and milliseconds until it is tried again
 */
export async function tryAgain(
  db: Db,
  { id }: DueJob,
  error: unknown,
  { attempts, delay }: { attempts: number; delay: number },
  now: Date,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      attempts,
      try_after: new Date(now.getTime() + delay).toISOString(),
      dead_at: attempts >= MOST_ATTEMPTS ? now.toISOString() : null,
      last_error: error instanceof Error ? error.name : 'unknown',
    })
    .where('id', '=', id)
    .execute();
}

/** Number of side effects that were given up. */
export async function deadJobs(db: Db, jobs: readonly Job[]): Promise<number> {
  const { n } = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('job', 'in', jobs)
    .where('dead_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

import type { Db } from '#db/schema.ts';
import type { SearchDocument, SearchIndex } from '#search/port.ts';
import { type DueJob, dueJobs, enqueueOnce, performDue } from '../outbox/outbox.server.ts';
import { documentsOf } from './documents.server.ts';
import { relate } from './similar.server.ts';

const INDEXING = ['index', 'unindex'] as const;

/** Neighbours looked for in one go; a post that comes meanwhile waits for so many searches. */
const RELATED_TOGETHER = 10;

/**
 * Carries out a batch of what search has to do. Indexing comes first, because a post that is not related to others yet
 * can be found; the other way round it would wait.
 *
 * @returns the number of jobs done
 */
export async function searchJobs(db: Db, search: SearchIndex, now: Date): Promise<number> {
  const indexed = await performDue(db, INDEXING, (jobs) => performIndexing(db, search, jobs, now), now);
  if (indexed > 0) return indexed;
  return performDue(db, ['relate'], (jobs) => relate(db, search, jobs, now), now, RELATED_TOGETHER);
}

/** Whether at least so many jobs of search are due. */
export async function isBusy(db: Db, jobs: number, now: Date): Promise<boolean> {
  return (await dueJobs(db, [...INDEXING, 'relate'], now, jobs)).length === jobs;
}

/**
 * Brings the index up to date with the posts that the jobs name. It looks at what the post is now, not at what
 * the job said then: a post that nobody may see any more leaves the index, in whatever order jobs come. Another
 * process may have read a later state and written it first; so what was written is compared with what is there after.
 */
export async function performIndexing(
  db: Db,
  search: SearchIndex,
  jobs: ReadonlyArray<Pick<DueJob, 'subject'>>,
  now: Date,
): Promise<void> {
  const subjects = [...new Set(jobs.map((job) => job.subject))];
  let documents = await documentsOf(db, subjects);
  while (true) {
    await write(search, subjects, documents);
    const after = await documentsOf(db, subjects);
    if (JSON.stringify(after) === JSON.stringify(documents)) break;
    documents = after;
  }
  const relating = documents.filter(({ kind }) => kind === 'question' || kind === 'note');
  await enqueueOnce(
    db,
    'relate',
    relating.map(({ id }) => id),
    now,
  );
}

async function write(search: SearchIndex, subjects: readonly string[], documents: readonly SearchDocument[]) {
  const present = new Set(documents.map((document) => document.id));
  const gone = subjects.filter((subject) => !present.has(subject));
  if (gone.length > 0) await search.remove(gone);
  if (documents.length > 0) await search.put(documents);
}

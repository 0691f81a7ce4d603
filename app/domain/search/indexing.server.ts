import type { Db } from '#db/schema.ts';
import type { SearchDocument, SearchIndex } from '#search/port.ts';
import type { DueJob } from '../outbox/outbox.server.ts';
import { documentsOf } from './documents.server.ts';
import { relate, relateNote } from './similar.server.ts';

/**
 * Brings the index up to date with the posts that the jobs name. It looks at what the post is now, not at what
 * the job said then: a post that nobody may see any more leaves the index, in whatever order jobs come. Another
 * process may have read a later state and written it first; so what was written is compared with what is there after.
 */
export async function performIndexing(
  db: Db,
  search: SearchIndex,
  jobs: ReadonlyArray<Pick<DueJob, 'subject'>>,
): Promise<void> {
  const subjects = [...new Set(jobs.map((job) => job.subject))];
  let documents = await documentsOf(db, subjects);
  while (true) {
    await write(search, subjects, documents);
    const now = await documentsOf(db, subjects);
    if (JSON.stringify(now) === JSON.stringify(documents)) break;
    documents = now;
  }
  for (const { id, kind, title } of documents) {
    if (kind === 'question') await relate(db, search, id.slice('question:'.length));
    if (kind === 'note') await relateNote(db, search, title);
  }
}

async function write(search: SearchIndex, subjects: readonly string[], documents: readonly SearchDocument[]) {
  const present = new Set(documents.map((document) => document.id));
  const gone = subjects.filter((subject) => !present.has(subject));
  if (gone.length > 0) await search.remove(gone);
  if (documents.length > 0) await search.put(documents);
}

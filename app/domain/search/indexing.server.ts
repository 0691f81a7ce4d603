import type { Db } from '#db/schema.ts';
import type { SearchDocument, SearchIndex } from '#search/port.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { textOfFiles } from '../files/find.server.ts';
import type { DueJob } from '../outbox/outbox.server.ts';
import { relate } from './similar.server.ts';

/**
 * Brings the index up to date with the posts that the jobs name. It looks at what the post is now, not at what
 * the job said then: a post that nobody may see any more leaves the index, in whatever order jobs come.
 */
export async function performIndexing(
  db: Db,
  search: SearchIndex,
  jobs: ReadonlyArray<Pick<DueJob, 'subject'>>,
): Promise<void> {
  const subjects = [...new Set(jobs.map((job) => job.subject))];
  const documents: SearchDocument[] = [];
  for (const subject of subjects) {
    const document = await documentOf(db, subject);
    if (document) documents.push(document);
  }
  const present = new Set(documents.map((document) => document.id));
  const gone = subjects.filter((subject) => !present.has(subject));
  if (gone.length > 0) await search.remove(gone);
  if (documents.length > 0) await search.put(documents);
  for (const { id, kind } of documents) {
    if (kind === 'question') await relate(db, search, id.slice('question:'.length));
  }
}

async function documentOf(db: Db, subject: string): Promise<SearchDocument | undefined> {
  const [kind, id = ''] = subject.split(':');
  if (kind === 'question') {
    const row = await db
      .selectFrom('question')
      .select(['title', 'body'])
      .where('id', '=', id)
      .where('status', '=', 'visible')
      .executeTakeFirst();
    if (!row) return undefined;
    const tags = await db.selectFrom('question_tag').select('tag').where('question_id', '=', id).execute();
    return {
      id: subject,
      kind,
      title: row.title,
      body: [row.body, ...tags.map(({ tag }) => tag)].join('\n'),
    };
  }
  if (kind === 'answer') {
    const row = await db
      .selectFrom('answer')
      .innerJoin('question', 'question.id', 'answer.question_id')
      .select('answer.body')
      .where('answer.id', '=', id)
      .where('answer.status', '=', 'visible')
      .where('question.status', '=', 'visible')
      .executeTakeFirst();
    return row && { id: subject, kind, title: '', body: row.body };
  }
  if (kind === 'note') {
    const row = await db
      .selectFrom('note')
      .select(['title', 'body', 'tags'])
      .where('id', '=', id)
      .where('id', 'not in', hiddenOf(db, 'note'))
      .executeTakeFirst();
    if (!row) return undefined;
    const tags = JSON.parse(row.tags) as string[];
    const files = await textOfFiles(db, subject);
    return { id: subject, kind, title: row.title, body: [row.body, ...tags, files].join('\n').trimEnd() };
  }
  throw new Error(`The outbox names a subject of unknown kind: ${kind}`);
}

import type { Db } from '#db/schema.ts';
import { listQuestions, type QuestionHead } from './list.server.ts';
import { countQuestions } from './tally.server.ts';

/**
 * Questions that wait for an answer in these programmes (in all, when none are named), newest first,
 * without the reader's own.
 */
export async function openQuestionsFor(
  db: Db,
  programmes: string[],
  readerId: string,
  limit: number,
): Promise<QuestionHead[]> {
  const filter = { tag: null, state: 'open', authorId: null, notAuthorId: readerId, order: 'new' } as const;
  // One walk along the index for each programme: together they would be sorted anew, all of them.
  const groups = programmes.length > 0 ? programmes.map((slug) => [slug]) : [[]];
  const found: QuestionHead[] = [];
  for (const group of groups) {
    const { rows } = await listQuestions(db, { ...filter, programmes: group }, null, limit);
    found.push(...rows);
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit);
}

/** How many questions wait for an answer in these programmes, or in all. */
export async function countOpenIn(db: Db, programmes: string[]): Promise<number> {
  const topics = programmes.length > 0 ? programmes.map((slug) => `programme:${slug}`) : ['all'];
  let open = 0;
  for (const topic of topics) open += (await countQuestions(db, topic)).open;
  return open;
}

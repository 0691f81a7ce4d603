import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';
import { type QuestionRow, questionsByIds } from '../questions/list.server.ts';

const NEAREST = 8;
const SHOWN = 3;
/** What is less near than this, where the nearest is 1, is another matter. */
const NEAR = 0.5;
/** Shorter titles say too little. */
const SHORTEST = 3;

/** Questions that may be the same as one that is being written; solved ones first, else the nearest. */
export async function askedBefore(db: Db, index: SearchIndex, title: string): Promise<QuestionRow[]> {
  const words = title.trim();
  if (words.length < SHORTEST) return [];
  const { hits } = await index.query({
    words,
    kinds: ['question', 'answer'],
    limit: NEAREST,
    withoutCounts: true,
  });
  const least = (hits[0]?.score ?? 0) * NEAR;
  const ids = hits.filter(({ score }) => score >= least).map(({ group }) => group.slice('question:'.length));
  const near = await questionsByIds(db, ids);
  const solvedFirst = near.toSorted((a, b) => Number(b.state === 'solved') - Number(a.state === 'solved'));
  return solvedFirst.slice(0, SHOWN);
}

import type { Db, PostKind } from '#db/schema.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { type Change, changesBetween } from '../text/changes.ts';
import { findPost } from './own.server.ts';

/** One edit: what it changed. A title that stayed has no changes. */
export interface Edit {
  /** Of the post, from 1. */
  number: number;
  at: string;
  title: Change[];
  body: Change[];
}

/** Edits of one page. Comparing texts costs much more than reading them. */
export const EDITS_AT_ONCE = 10;
/** What the comparisons of one page may cost together: some 10 ms. */
const CELLS = 1_000_000;
/** What was said before never changes, so it is compared once: pages of edits, at most 0.3 MB each. */
const compared = new RecentlyUsed<Edit[]>(50);

/**
 * A post that everybody sees, and what its edits changed, newest first.
 *
 * @param upTo number of the newest edit to tell of; the newest there is where there are not so many
 */
export async function readHistory(db: Db, kind: PostKind, id: string, upTo = Number.POSITIVE_INFINITY) {
  const post = await findPost(db, kind, id);
  if (!post) return undefined;
  const { count } = await db
    .selectFrom('revision')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('post_id', '=', id)
    .executeTakeFirstOrThrow();
  const total = Number(count);
  const newest = Math.min(upTo, total);
  const { title, html, questionId, editCount } = post;
  const key = JSON.stringify([id, editCount, newest]);
  let edits = compared.get(key);
  if (edits === undefined) {
    edits = await compareEdits(db, kind, post, total, newest);
    compared.set(key, edits);
  }
  return { post: { title, html, questionId }, total, edits };
}

async function compareEdits(
  db: Db,
  kind: PostKind,
  post: { id: string; title: string; body: string },
  total: number,
  newest: number,
): Promise<Edit[]> {
  // What an edit made of the post is what the next edit replaced; what the last one made stands in the post.
  const after = newest < total ? 1 : 0;
  const rows = await db
    .selectFrom('revision')
    .select(['title', 'body', 'replaced_at as replacedAt'])
    .where('post_id', '=', post.id)
    .orderBy('replaced_at', 'desc')
    .orderBy('id')
    .offset(total - newest - after)
    .limit(EDITS_AT_ONCE + after)
    .execute();
  const budget = { cells: CELLS };
  return rows.slice(after).map((before, index): Edit => {
    const next = rows[index + after - 1] ?? post;
    return {
      number: newest - index,
      at: before.replacedAt,
      // Only questions have titles of their own.
      title:
        kind === 'question' && before.title !== next.title
          ? changesBetween(before.title, next.title, budget)
          : [],
      body: changesBetween(before.body, next.body, budget),
    };
  });
}

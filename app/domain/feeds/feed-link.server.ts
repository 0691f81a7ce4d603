import type { Db } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { hashToken, newToken } from '../ids.server.ts';

/** Whether a member has a feed, since when, and what is in it; never its address, which nobody can read back. */
export async function readFeedLink(db: Db, memberId: string) {
  const row = await db
    .selectFrom('feed_link')
    .select(['made_at as madeAt', 'with_text'])
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row && { madeAt: row.madeAt, withText: row.with_text === 1 };
}

/**
 * Gives the member's feed an address; one that it had before is of no use any more.
 *
 * @returns the address's secret, which is shown this once
 */
export async function makeFeedLink(db: Db, memberId: string, withText: boolean, now: Date): Promise<string> {
  const token = newToken();
  const link = {
    token_hash: hashToken(token),
    with_text: withText ? (1 as const) : (0 as const),
    made_at: now.toISOString(),
  };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('feed_link')
      .values({ member_id: memberId, ...link })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(link))
      .execute();
    await recordAudit(tx, memberId, 'feed-made', `member:${memberId}`, now);
  });
  return token;
}

/** Ends the feed. */
export async function revokeFeedLink(db: Db, memberId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('feed_link').where('member_id', '=', memberId).execute();
    await recordAudit(tx, memberId, 'feed-ended', `member:${memberId}`, now);
  });
}

/** Whose feed has this secret address, if anybody's. */
export async function findFeed(db: Db, token: string) {
  const row = await db
    .selectFrom('feed_link')
    .select(['member_id as memberId', 'with_text'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row && { memberId: row.memberId, withText: row.with_text === 1 };
}

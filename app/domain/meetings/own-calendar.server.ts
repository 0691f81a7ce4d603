import type { Db } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { hashToken, newToken } from '../ids.server.ts';

/** Since when a member has a calendar of their own; never its address, which nobody can read back. */
export async function readOwnCalendar(db: Db, memberId: string): Promise<{ madeAt: string } | undefined> {
  return db
    .selectFrom('meeting_feed_token')
    .select('made_at as madeAt')
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}

/**
 * Gives the member's calendar an address; one that it had before is of no use any more.
 *
 * @returns the address's secret, which is shown this once
 */
export async function makeOwnCalendar(db: Db, memberId: string, now: Date): Promise<string> {
  const token = newToken();
  const made = { token_hash: hashToken(token), made_at: now.toISOString() };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('meeting_feed_token')
      .values({ member_id: memberId, ...made })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(made))
      .execute();
    await recordAudit(tx, memberId, 'calendar-made', `member:${memberId}`, now);
  });
  return token;
}

export async function revokeOwnCalendar(db: Db, memberId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('meeting_feed_token').where('member_id', '=', memberId).execute();
    await recordAudit(tx, memberId, 'calendar-ended', `member:${memberId}`, now);
  });
}

/** Whose calendar has this secret address, if anybody's. */
export async function findOwnCalendar(db: Db, token: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('meeting_feed_token')
    .select('member_id as memberId')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row?.memberId;
}

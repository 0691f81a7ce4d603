import type { Db } from '#db/schema.ts';
import { hashToken } from '../ids.server.ts';

/** Failures that are forgiven: of one mail address, and of one network address (an office shares it). */
const FREE = { mail: 5, address: 30 } as const;
/** Milliseconds: the first wait, doubled with each further failure up to the longest. */
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;
/** Failures older than this are forgotten. */
const MEMORY = 60 * 60_000;

type Counted = keyof typeof FREE;
const keyOf = (kind: Counted, value: string) => hashToken(`${kind}:${value.trim().toLowerCase()}`);

/** Until when no login is tried for this mail or network address; undefined when one may try. */
async function blockedUntil(db: Db, mail: string, address: string, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('login_throttle')
    .select('blocked_until')
    .where('key_hash', 'in', [keyOf('mail', mail), keyOf('address', address)])
    .where('blocked_until', '>', now.toISOString())
    .orderBy('blocked_until', 'desc')
    .executeTakeFirst();
  return row?.blocked_until ? new Date(row.blocked_until) : undefined;
}

/**
 * Counts an attempt as failed before the password is even looked at, so that many at once are counted too.
 *
 * @returns until when to wait, where no further attempt is let through now
 */
export async function reserveAttempt(
  db: Db,
  mail: string,
  address: string,
  now: Date,
): Promise<Date | undefined> {
  return db.transaction().execute(async (tx) => {
    const until = await blockedUntil(tx, mail, address, now);
    if (until) return until;
    for (const [kind, value] of [
      ['mail', mail],
      ['address', address],
    ] as const) {
      const key_hash = keyOf(kind, value);
      const before = await tx
        .selectFrom('login_throttle')
        .select(['failures', 'last_at'])
        .where('key_hash', '=', key_hash)
        .executeTakeFirst();
      const recent = before && now.getTime() - Date.parse(before.last_at) < MEMORY;
      const failures = (recent ? before.failures : 0) + 1;
      const over = failures - FREE[kind];
      const wait = Math.min(FIRST_WAIT * 2 ** (over - 1), LONGEST_WAIT);
      const state = {
        failures,
        last_at: now.toISOString(),
        blocked_until: over > 0 ? new Date(now.getTime() + wait).toISOString() : null,
      };
      await tx
        .insertInto('login_throttle')
        .values({ key_hash, ...state })
        .onConflict((conflict) => conflict.column('key_hash').doUpdateSet(state))
        .execute();
    }
    return undefined;
  });
}

/** The mail address begins anew: its password was set by its owner. */
export async function forgiveMail(db: Db, mail: string): Promise<void> {
  await db.deleteFrom('login_throttle').where('key_hash', '=', keyOf('mail', mail)).execute();
}

/** A login that succeeded clears the mail address, and does not count against the network address. */
export async function forgetAttempt(db: Db, mail: string, address: string): Promise<void> {
  await forgiveMail(db, mail);
  await db
    .updateTable('login_throttle')
    .set((eb) => ({ failures: eb('failures', '-', 1) }))
    .where('key_hash', '=', keyOf('address', address))
    .where('failures', '>', 0)
    .execute();
}

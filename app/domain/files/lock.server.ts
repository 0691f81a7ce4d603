import type { Db, Role } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { hashPassword, isPassword } from '../login/password.server.ts';
import { PASSWORD_LENGTH } from '../login/password-length.ts';
import { forgetAttempt, reserveAttempt } from '../login/throttle.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { isAllowed } from '../permissions.ts';
import { findFile } from './find.server.ts';

/** What it takes to have a file, besides that one may see what it belongs to. */
export interface Lock {
  hasPassword: boolean;
  /** YYYY-MM-DD in Asia/Tokyo, the last day on which it is given out; null for ever. */
  lastDay: string | null;
}

/** A password that is read out in a meeting is shorter than a member's own. */
export const LEAST_PASSWORD = 6;

export interface LockForm {
  /** keep: as it is; none: nobody needs one. */
  password: { new: string } | 'keep' | 'none';
  /** Blank for ever. */
  lastDay: string;
}

/**
 * Says what it takes to have a file.
 *
 * @throws TooBusy
 */
export async function lockFile(
  db: Db,
  desk: { id: string; role: Role },
  id: string,
  { password, lastDay }: LockForm,
  now: Date,
): Promise<Outcome<null>> {
  const file = await findFile(db, id, desk);
  if (!file) return refused({ code: 'not-found' });
  if (lastDay !== '' && !isDay(lastDay)) return refused({ code: 'invalid', fields: { lastDay: 'bad-date' } });
  const typed = typeof password === 'object' ? password.new : undefined;
  if (typed !== undefined && typed.length < LEAST_PASSWORD)
    return refused({ code: 'invalid', fields: { filePassword: 'short-password' } });
  if (typed !== undefined && typed.length > PASSWORD_LENGTH.most)
    return refused({ code: 'invalid', fields: { filePassword: 'too-long' } });
  const hash = typed === undefined ? null : await hashPassword(typed);
  await db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('attachment_lock')
      .select('password_hash')
      .where('attachment_id', '=', id)
      .executeTakeFirst();
    const password_hash = password === 'keep' ? (before?.password_hash ?? null) : hash;
    await tx.deleteFrom('attachment_lock').where('attachment_id', '=', id).execute();
    if (password_hash !== null || lastDay !== '')
      await tx
        .insertInto('attachment_lock')
        .values({
          attachment_id: id,
          password_hash,
          last_day: lastDay === '' ? null : lastDay,
          set_by: desk.id,
          set_at: now.toISOString(),
        })
        .execute();
    if (file.owner.meeting === null) await enqueue(tx, 'index', file.owner.key, now);
    await recordAudit(tx, desk.id, 'file-locked', `file:${id}`, now);
  });
  return accepted(null);
}

const isDay = (text: string) =>
  /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Why a file is not given to this reader as it is; undefined where it is. The desk is asked for nothing. */
export function lockedFor(
  lock: Lock | null,
  viewer: { role: Role } | null,
  today: string,
): 'expired' | 'password' | undefined {
  if (lock === null || (viewer !== null && isAllowed(viewer.role, 'meeting.manage'))) return undefined;
  if (lock.lastDay !== null && lock.lastDay < today) return 'expired';
  return lock.hasPassword ? 'password' : undefined;
}

export type Opening = { kind: 'open' } | { kind: 'wrong' } | { kind: 'wait'; until: Date };

/**
 * Tries a password on a file. Failures are counted as those of logins are: by the file and the network address, so that
 * a stranger who guesses keeps nobody else out.
 *
 * @throws TooBusy
 */
export async function tryPassword(
  db: Db,
  file: { id: string; passwordHash: string | null },
  { password, address }: { password: string; address: string },
  now: Date,
): Promise<Opening> {
  const counted = `file ${file.id} ${address}`;
  const until = await reserveAttempt(db, counted, address, now);
  if (until) return { kind: 'wait', until };
  if (!(await isPassword(password, file.passwordHash ?? undefined))) return { kind: 'wrong' };
  await forgetAttempt(db, counted, address);
  return { kind: 'open' };
}

import type { Db } from '#db/schema.ts';
import { normalizeEmail } from '../members/fields.ts';
import { isPassword } from './password.server.ts';
import { forgetAttempt, reserveAttempt } from './throttle.server.ts';

export type LoginResult =
  | { kind: 'member'; memberId: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; until: Date };

/** Checks mail address and password. An unknown address and a wrong password are one answer, in the same time. */
export async function logIn(
  db: Db,
  { email: typed, password, address }: { email: string; password: string; address: string },
  now: Date,
): Promise<LoginResult> {
  const email = normalizeEmail(typed);
  const until = await reserveAttempt(db, email, address, now);
  if (until) return { kind: 'wait', until };
  const member = await db
    .selectFrom('member')
    .select(['id', 'password_hash'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (await isPassword(password, member?.password_hash)) {
    await forgetAttempt(db, email, address);
    return { kind: 'member', memberId: member!.id };
  }
  return { kind: 'wrong' };
}

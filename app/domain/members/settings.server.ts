import { prepared } from '#db/prepared.server.ts';
import type { Db } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { forgetHits } from '../anonymization/record.server.ts';
import { hashPassword, isPassword } from '../login/password.server.ts';
import { forgetAttempt, reserveAttempt } from '../login/throttle.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { textProblem, tidy } from '../posts/text-problems.ts';
import { collectProblems, passwordProblem } from './fields.ts';
import { chooseProgrammes } from './invite.server.ts';

/** What a member may change about themselves. */
export async function readProfile(db: Db, memberId: string) {
  const member = await db
    .selectFrom('member')
    .select(['email', 'introduction', 'family_name as familyName'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  return { ...member, programmes: await programmesOf(db, memberId) };
}

const programmesById = prepared((db, { memberId }: { memberId: string }) =>
  db.selectFrom('member_programme').select('programme').where('member_id', '=', memberId),
);

/** Slugs of the programmes a member works in. */
export async function programmesOf(db: Db, memberId: string): Promise<string[]> {
  const rows = await programmesById(db, { memberId });
  return rows.map((row) => row.programme);
}

export async function changeProfile(
  db: Db,
  member: { id: string; familyName: string },
  typed: { introduction: string; programmes: string[] },
): Promise<Outcome<null>> {
  const introduction = tidy(typed.introduction);
  const problem = textProblem(introduction, LIMITS.introduction);
  if (problem) return refused({ code: 'invalid', fields: { introduction: problem } });
  const checked = await checkAnonymization(db, { introduction }, 'profile', member, NO_DECISIONS);
  if (checked.verdict !== 'pass') {
    const findings = checked.verdict === 'refuse' ? checked.findings : checked.disputed;
    return refused({ code: 'not-anonymous', findings });
  }
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('member')
      .set({ introduction: checked.texts.introduction })
      .where('id', '=', member.id)
      .execute();
    // What the desk had hidden is gone; this text has passed the check as it is now.
    await tx
      .deleteFrom('hidden_text')
      .where('kind', '=', 'member')
      .where('text_id', '=', member.id)
      .execute();
    await forgetHits(tx, member.id);
    await chooseProgrammes(tx, member.id, typed.programmes);
  });
  return accepted(null);
}

/**
 * Changes the password; the caller ends the other login sessions. Wrong ones count as failed logins do: whoever finds
 * an open browser shall not be able to guess.
 *
 * @param address the network address that it is tried from
 */
export async function changePassword(
  db: Db,
  memberId: string,
  { current, next, address }: { current: string; next: string; address: string },
  now: Date,
): Promise<Outcome<null>> {
  const problem = passwordProblem(next);
  const { email, password_hash } = await db
    .selectFrom('member')
    .select(['email', 'password_hash'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  if (await reserveAttempt(db, email, address, now)) {
    return refused({ code: 'invalid', fields: { current: 'too-many-tries' } });
  }
  const right = await isPassword(current, password_hash);
  if (right) await forgetAttempt(db, email, address);
  const fields = collectProblems({ current: right ? undefined : 'unknown', next: problem });
  if (fields) return refused({ code: 'invalid', fields });
  const hash = await hashPassword(next);
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('member').set({ password_hash: hash }).where('id', '=', memberId).execute();
    // A link that was made before could set the password anew for whoever has found it.
    await tx
      .deleteFrom('password_reset')
      .where('member_id', '=', memberId)
      .where('used_at', 'is', null)
      .execute();
  });
  return accepted(null);
}

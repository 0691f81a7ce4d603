import type { Db } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { hashToken, newToken } from '../ids.server.ts';
import { passwordProblem } from '../members/fields.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { hashPassword } from './password.server.ts';
import { RESET_DAYS } from './reset-days.ts';
import { forgiveMail } from './throttle.server.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The desk makes a link by which a member sets a new password. An earlier one that was not used is void.
 *
 * @returns the secret of the link /reset/<token>; it is stored nowhere, so it cannot be shown again
 */
export async function makeResetLink(
  db: Db,
  deskId: string,
  memberId: string,
  now: Date,
): Promise<Outcome<string>> {
  const token = newToken();
  return db.transaction().execute(async (tx) => {
    const member = await tx.selectFrom('member').select('id').where('id', '=', memberId).executeTakeFirst();
    if (!member) return refused({ code: 'invalid', fields: { member: 'unknown' } });
    await tx
      .deleteFrom('password_reset')
      .where('member_id', '=', memberId)
      .where('used_at', 'is', null)
      .execute();
    await tx
      .insertInto('password_reset')
      .values({
        token_hash: hashToken(token),
        member_id: memberId,
        made_by: deskId,
        created_at: now.toISOString(),
        expires_at: new Date(now.getTime() + RESET_DAYS * DAY).toISOString(),
        used_at: null,
      })
      .execute();
    await recordAudit(tx, deskId, 'reset-link', `member:${memberId}`, now);
    return accepted(token);
  });
}

/** Whose password the link sets; undefined when it was used, has run out, or never was. */
export function findReset(db: Db, token: string, now: Date) {
  return db
    .selectFrom('password_reset')
    .innerJoin('member', 'member.id', 'password_reset.member_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id as memberId', 'member.email', 'member.family_name as familyName'])
    .select(['organization.label as organization', 'password_reset.expires_at as expiresAt'])
    .where('password_reset.token_hash', '=', hashToken(token))
    .where('password_reset.used_at', 'is', null)
    .where('password_reset.expires_at', '>', now.toISOString())
    .executeTakeFirst();
}

/** Sets the new password and ends all login sessions of the member; the link is used up with it. */
export async function resetPassword(
  db: Db,
  token: string,
  password: string,
  now: Date,
): Promise<Outcome<null>> {
  const reset = await findReset(db, token, now);
  if (!reset) return refused({ code: 'expired' });
  const problem = passwordProblem(password);
  if (problem) return refused({ code: 'invalid', fields: { password: problem } });
  const password_hash = await hashPassword(password);
  return db.transaction().execute(async (tx) => {
    const used = await tx
      .updateTable('password_reset')
      .set({ used_at: now.toISOString() })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    if (used.numUpdatedRows === 0n) return refused({ code: 'expired' });
    await tx.updateTable('member').set({ password_hash }).where('id', '=', reset.memberId).execute();
    await tx.deleteFrom('login_session').where('member_id', '=', reset.memberId).execute();
    await forgiveMail(tx, reset.email);
    await recordAudit(tx, reset.memberId, 'reset', `member:${reset.memberId}`, now);
    return accepted(null);
  });
}

import type { Db } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';

/** Invitations that can still be used, the newest first. `id` names one, and opens nothing. */
export function openInvitations(db: Db, now: Date) {
  return db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .select(['invitation.token_hash as id', 'invitation.family_name as familyName', 'invitation.role'])
    .select(['invitation.expires_at as expiresAt', 'organization.label as organization'])
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.expires_at', '>', now.toISOString())
    .orderBy('invitation.created_at', 'desc')
    .execute();
}

/** Takes an invitation back; its link opens nothing from then on. */
export async function revokeInvitation(
  db: Db,
  deskId: string,
  id: string,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const revoked = await tx
      .deleteFrom('invitation')
      .where('token_hash', '=', id)
      .where('accepted_at', 'is', null)
      .executeTakeFirst();
    if (revoked.numDeletedRows === 0n) return refused({ code: 'not-found' });
    await recordAudit(tx, deskId, 'revoked', `invitation:${id.slice(0, 12)}`, now);
    return accepted(null);
  });
}

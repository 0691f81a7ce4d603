import { isUniqueViolation } from '#db/errors.server.ts';
import type { Db, Role } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { hashToken, newId, newToken } from '../ids.server.ts';
import { hashPassword } from '../login/password.server.ts';
import { addOrganization } from '../organizations/list.server.ts';
import { nameProblem } from '../organizations/name-problem.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { textProblem, tidy } from '../posts/text-problems.ts';
import { checkFamilyName } from './family-name.server.ts';
import {
  collectProblems,
  emailProblem,
  familyNameProblem,
  normalizeEmail,
  passwordProblem,
} from './fields.ts';
import { INVITATION_DAYS } from './invitation-days.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Invitation {
  /** Of one that is there already; blank when a new one is named. */
  organizationId: string;
  /** An organization that joins with this member, by its name. */
  newOrganization?: string;
  familyName: string;
  role: Role;
}

/**
 * Invites somebody into the network.
 *
 * @param invitedBy a member's id, or who ran the command
 * @returns the secret of the link /join/<token>; it is stored nowhere, so it cannot be shown again
 */
export async function inviteMember(
  db: Db,
  invitedBy: string,
  invitation: Invitation,
  now: Date,
): Promise<Outcome<string>> {
  const familyName = tidy(invitation.familyName);
  const newOrganization = tidy(invitation.newOrganization ?? '');
  const isNew = newOrganization !== '';
  const known = isNew ? undefined : await findOrganization(db, invitation.organizationId);
  const fields = collectProblems({
    familyName: familyNameProblem(familyName),
    organization: isNew || known ? undefined : 'unknown',
    newOrganization: isNew ? nameProblem(newOrganization, LIMITS.organization) : undefined,
  });
  if (fields) return refused({ code: 'invalid', fields });
  const checked = await checkFamilyName(db, familyName);
  if (!checked.ok) return checked;
  const token = newToken();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('invitation')
      .values({
        token_hash: hashToken(token),
        organization_id: isNew ? await addOrganization(tx, newOrganization, now) : invitation.organizationId,
        family_name: checked.value,
        role: invitation.role,
        invited_by: invitedBy,
        created_at: now.toISOString(),
        expires_at: new Date(now.getTime() + INVITATION_DAYS * DAY).toISOString(),
        accepted_at: null,
      })
      .execute();
  });
  return accepted(token);
}

function findOrganization(db: Db, id: string) {
  return db.selectFrom('organization').select('id').where('id', '=', id).executeTakeFirst();
}

/** What the invitation's page shows; undefined when it was used, has run out, or never was. */
export async function findInvitation(db: Db, token: string, now: Date) {
  return db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .select([
      'invitation.family_name as familyName',
      'invitation.role',
      'invitation.expires_at as expiresAt',
      'organization.id as organizationId',
      'organization.label as organization',
    ])
    .where('invitation.token_hash', '=', hashToken(token))
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.expires_at', '>', now.toISOString())
    .executeTakeFirst();
}

export interface NewMember {
  email: string;
  password: string;
  introduction: string;
  /** Slugs of the programmes they work in. */
  programmes: string[];
}

/** Makes the invited person a member; the invitation is used up with it. */
export async function joinNetwork(
  db: Db,
  token: string,
  typed: NewMember,
  now: Date,
): Promise<Outcome<string>> {
  const invitation = await findInvitation(db, token, now);
  if (!invitation) return refused({ code: 'expired' });
  const email = normalizeEmail(typed.email);
  const introduction = tidy(typed.introduction);
  const fields = collectProblems({
    email: emailProblem(email),
    password: passwordProblem(typed.password),
    introduction: textProblem(introduction, LIMITS.introduction),
  });
  if (fields) return refused({ code: 'invalid', fields });
  const { familyName } = invitation;
  const checked = await checkAnonymization(
    db,
    { familyName, introduction },
    'profile',
    { familyName },
    NO_DECISIONS,
  );
  if (checked.verdict !== 'pass') {
    return refused({
      code: 'not-anonymous',
      findings: checked.verdict === 'refuse' ? checked.findings : checked.disputed,
    });
  }
  const password_hash = await hashPassword(typed.password);
  const id = newId();
  try {
    return await db.transaction().execute(async (tx) => {
      const used = await tx
        .updateTable('invitation')
        .set({ accepted_at: now.toISOString() })
        .where('token_hash', '=', hashToken(token))
        .where('accepted_at', 'is', null)
        .executeTakeFirst();
      if (used.numUpdatedRows === 0n) return refused({ code: 'expired' });
      await tx
        .insertInto('member')
        .values({
          id,
          organization_id: invitation.organizationId,
          family_name: checked.texts.familyName,
          email,
          password_hash,
          role: invitation.role,
          introduction: checked.texts.introduction,
          joined_at: now.toISOString(),
        })
        .execute();
      await chooseProgrammes(tx, id, typed.programmes);
      return accepted(id);
    });
  } catch (error) {
    if (isUniqueViolation(error))
      return refused({ code: 'invalid', fields: { email: 'taken' satisfies FieldProblem } });
    throw error;
  }
}

/** Sets the programmes whose questions a member wants to see first; unknown slugs are ignored. */
export async function chooseProgrammes(db: Db, memberId: string, slugs: readonly string[]): Promise<void> {
  await db.deleteFrom('member_programme').where('member_id', '=', memberId).execute();
  if (slugs.length === 0) return;
  await db
    .insertInto('member_programme')
    .columns(['member_id', 'programme'])
    .expression((eb) =>
      eb
        .selectFrom('programme')
        .select((select) => [select.val(memberId).as('member_id'), 'slug as programme'])
        .where('slug', 'in', slugs.slice(0, 100)),
    )
    .execute();
}

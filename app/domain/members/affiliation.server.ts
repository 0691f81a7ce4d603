import type { Db, Tx } from '#db/schema.ts';
import { wordsInForce } from '../anonymization/settings.server.ts';
import { recordAudit } from '../audit.server.ts';
import { addOrganization } from '../organizations/list.server.ts';
import { nameProblem } from '../organizations/name-problem.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { tidyLine } from '../posts/text-problems.ts';
import { checkFamilyName } from './family-name.server.ts';

/** A member changes their own family name; it shows at everything they have written. */
export async function changeFamilyName(
  db: Db,
  member: { id: string; familyName: string },
  typed: string,
  now: Date,
): Promise<Outcome<null>> {
  const name = tidyLine(typed);
  if (name === member.familyName) return refused({ code: 'invalid', fields: { familyName: 'same' } });
  const checked = await checkFamilyName(db, name);
  if (!checked.ok) return checked;
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('member').set({ family_name: checked.value }).where('id', '=', member.id).execute();
    await showAnew(tx, member.id);
    await recordAudit(tx, member.id, 'renamed', `member:${member.id}`, now);
  });
  wordsInForce.forget(db);
  return accepted(null);
}

/** The organization that a member asks to be moved to; the latest wish counts. */
export async function askForOrganization(
  db: Db,
  member: { id: string; organizationId: string },
  typed: { organizationId: string; newOrganization: string },
  now: Date,
): Promise<Outcome<null>> {
  const newOrganization = tidyLine(typed.newOrganization);
  const isNew = newOrganization !== '';
  const problem = isNew ? nameProblem(newOrganization, LIMITS.organization) : undefined;
  if (problem) return refused({ code: 'invalid', fields: { newOrganization: problem } });
  if (!isNew && typed.organizationId === member.organizationId)
    return refused({ code: 'invalid', fields: { organization: 'same' } });
  const known = await db
    .selectFrom('organization')
    .select('id')
    .where('id', '=', typed.organizationId)
    .executeTakeFirst();
  if (!isNew && !known) return refused({ code: 'invalid', fields: { organization: 'unknown' } });
  const wish = {
    organization_id: isNew ? null : typed.organizationId,
    new_organization: newOrganization,
    asked_at: now.toISOString(),
  };
  await db
    .insertInto('organization_wish')
    .values({ member_id: member.id, ...wish })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(wish))
    .execute();
  return accepted(null);
}

/** The member thinks better of it. */
export async function takeBackWish(db: Db, memberId: string): Promise<void> {
  await db.deleteFrom('organization_wish').where('member_id', '=', memberId).execute();
}

const wishes = (db: Db) =>
  db
    .selectFrom('organization_wish')
    .leftJoin('organization as wanted', 'wanted.id', 'organization_wish.organization_id')
    .select(({ fn }) => [
      'organization_wish.member_id as memberId',
      'organization_wish.asked_at as at',
      fn.coalesce('wanted.label', 'organization_wish.new_organization').as('organization'),
    ]);

/** What the member has asked for and the desk has not decided yet: the name of an organization. */
export async function wishOf(db: Db, memberId: string): Promise<string | undefined> {
  return (await wishes(db).where('member_id', '=', memberId).executeTakeFirst())?.organization;
}

/** All wishes, the oldest first, with who the member is now. */
export async function openWishes(db: Db) {
  return wishes(db)
    .innerJoin('member', 'member.id', 'organization_wish.member_id')
    .innerJoin('organization as present', 'present.id', 'member.organization_id')
    .select(['member.family_name as familyName', 'present.label as present'])
    .select(({ eb }) => eb('organization_wish.organization_id', 'is', null).as('isNew'))
    .orderBy('organization_wish.asked_at')
    .execute();
}

export async function countWishes(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('organization_wish')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/**
 * The desk moves a member to the organization that they asked for, or leaves them where they are.
 *
 * @returns `not-found` where the wish is gone: decided by somebody else, or taken back
 */
export async function decideWish(
  db: Db,
  deskId: string,
  memberId: string,
  granted: boolean,
  now: Date,
): Promise<Outcome<null>> {
  const decided = await db.transaction().execute(async (tx): Promise<Outcome<null>> => {
    const wish = await tx
      .deleteFrom('organization_wish')
      .where('member_id', '=', memberId)
      .returning(['organization_id', 'new_organization'])
      .executeTakeFirst();
    if (!wish) return refused({ code: 'not-found' });
    if (granted) {
      const organization_id = wish.organization_id ?? (await addOrganization(tx, wish.new_organization, now));
      await tx.updateTable('member').set({ organization_id }).where('id', '=', memberId).execute();
      await showAnew(tx, memberId);
    }
    await recordAudit(tx, deskId, granted ? 'moved' : 'not-moved', `member:${memberId}`, now);
    return accepted(null);
  });
  wordsInForce.forget(db);
  return decided;
}

/** Threads are kept as pages under their version; each of this member's shows their name. */
async function showAnew(tx: Tx, memberId: string): Promise<void> {
  const written = (table: 'answer' | 'comment') =>
    tx.selectFrom(table).select('question_id').where('author_id', '=', memberId);
  await tx
    .updateTable('question')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where(({ or, eb }) =>
      or([
        eb('author_id', '=', memberId),
        eb('id', 'in', written('answer')),
        eb('id', 'in', written('comment')),
      ]),
    )
    .execute();
}

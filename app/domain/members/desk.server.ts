import type { Db } from '#db/schema.ts';

/** How members reach the secretariat. */
export async function listDesk(db: Db) {
  return db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.email', 'member.family_name as familyName', 'organization.label as organization'])
    .where('member.role', '=', 'secretariat')
    .orderBy('member.joined_at')
    .execute();
}

/** All members by organization, to choose one from. */
export function memberChoices(db: Db) {
  return db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.family_name as familyName', 'organization.label as organization'])
    .where('member.from_chat', '=', 0)
    .orderBy('organization.label')
    .orderBy('member.family_name')
    .execute();
}

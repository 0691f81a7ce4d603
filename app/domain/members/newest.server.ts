import type { Db } from '#db/schema.ts';

/** Members who joined last and have introduced themselves. */
export async function newestMembers(db: Db, limit: number) {
  const rows = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'member.id',
      'member.family_name as familyName',
      'member.introduction',
      'organization.name',
      'organization.office',
    ])
    .where('member.introduction', '!=', '')
    .orderBy('member.joined_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ name, office, ...member }) => ({ ...member, organization: office ?? name }));
}

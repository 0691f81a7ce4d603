import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';

/** Members who joined last and have introduced themselves. */
export async function newestMembers(db: Db, limit: number) {
  return db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'member.id',
      'member.family_name as familyName',
      'member.introduction',
      'organization.label as organization',
    ])
    .where('member.introduction', '!=', '')
    .where('member.id', 'not in', hiddenOf(db, 'member'))
    .orderBy('member.joined_at', 'desc')
    .limit(limit)
    .execute();
}

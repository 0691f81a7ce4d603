import type { Db } from '#db/schema.ts';

/** Members who may be asked to lead a group: facilitators by role, the desk, whoever takes part or leads one already. */
export async function facilitatorChoices(db: Db, slug: string) {
  return db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.family_name as familyName', 'organization.label as organization'])
    .where((eb) =>
      eb.or([
        eb('member.role', 'in', ['facilitator', 'secretariat']),
        eb(
          'member.id',
          'in',
          db
            .selectFrom('meeting_signup')
            .select('member_id')
            .where('meeting_slug', '=', slug)
            .where('status', '=', 'attending')
            .where('member_id', 'is not', null),
        ),
        eb(
          'member.id',
          'in',
          db
            .selectFrom('meeting_group')
            .select('facilitator_id')
            .where('meeting_slug', '=', slug)
            .where('facilitator_id', 'is not', null),
        ),
      ]),
    )
    .orderBy('organization.label')
    .orderBy('member.family_name')
    .execute();
}

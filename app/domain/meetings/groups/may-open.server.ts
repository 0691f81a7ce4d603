import type { Db, Role } from '#db/schema.ts';

/** Whether somebody may read what a meeting's groups are and write: those who take part, who lead a group, the desk. */
export async function mayOpenGroups(
  db: Db,
  viewer: { id: string; role: Role },
  slug: string,
): Promise<boolean> {
  if (viewer.role === 'secretariat') return true;
  const signedUp = await db
    .selectFrom('meeting_signup')
    .select('id')
    .where('meeting_slug', '=', slug)
    .where('member_id', '=', viewer.id)
    .where('status', '=', 'attending')
    .executeTakeFirst();
  if (signedUp) return true;
  const leads = await db
    .selectFrom('meeting_group')
    .select('no')
    .where('meeting_slug', '=', slug)
    .where('facilitator_id', '=', viewer.id)
    .executeTakeFirst();
  return leads !== undefined;
}

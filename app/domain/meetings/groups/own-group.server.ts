import type { Db, Role } from '#db/schema.ts';
import { mayOpenGroups } from './may-open.server.ts';
import { findGrouped } from './read-groups.server.ts';

/**
 * What a meeting's page tells a reader of its groups: nothing to those who take no part, and their own group once the
 * desk has shown it.
 */
export async function readOwnGroup(db: Db, viewer: { id: string; role: Role } | null, slug: string) {
  if (!viewer || !(await mayOpenGroups(db, viewer, slug))) return null;
  const meeting = await findGrouped(db, slug);
  const own = await db
    .selectFrom('meeting_signup')
    .innerJoin('meeting_group', (join) =>
      join
        .onRef('meeting_group.meeting_slug', '=', 'meeting_signup.meeting_slug')
        .onRef('meeting_group.no', '=', 'meeting_signup.group_no'),
    )
    .select(['meeting_group.no', 'meeting_group.theme'])
    .where('meeting_signup.meeting_slug', '=', slug)
    .where('meeting_signup.member_id', '=', viewer.id)
    .where('meeting_signup.status', '=', 'attending')
    .executeTakeFirst();
  return { own: meeting?.shownAt && own ? own : null };
}

import { proposeGrouping } from '#app/domain/meetings/grouping/propose.server.ts';
import type { Db, Experience } from '#db/schema.ts';
import { recordAudit } from '../../audit.server.ts';
import { accepted, type Outcome, refused } from '../../outcome.ts';
import { writeReasons } from '../grouping/explain.ts';
import { tellOfMeeting } from '../meeting-notices.server.ts';
import { findGrouped, groupsOf, participantsOf, problemOf } from './read-groups.server.ts';

/**
 * Computes who sits where and writes it down; whoever was placed by hand stays. What was shown is shown no more, until
 * the desk has looked at it.
 */
export async function proposeGroups(
  db: Db,
  actorId: string,
  slug: string,
  experience: Experience,
  now: Date,
): Promise<Outcome<null>> {
  const meeting = await findGrouped(db, slug);
  if (!meeting) return refused({ code: 'not-found' });
  const people = await participantsOf(db, slug);
  const problem = problemOf({ experience }, await groupsOf(db, slug), people);
  const { placements } = await proposeGrouping(problem);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('meeting')
      .set({ experience, groups_shown_at: null })
      .where('slug', '=', slug)
      .execute();
    for (const { id, group, reasons } of placements)
      await tx
        .updateTable('meeting_signup')
        .set({ group_no: group, group_reason: writeReasons(reasons) })
        .where('id', '=', id)
        // Somebody may have placed them by hand while this was computed.
        .where('group_pinned', '=', 0)
        .execute();
    await recordAudit(tx, actorId, 'groups-proposed', `meeting:${slug}`, now);
  });
  return accepted(null);
}

/** Places somebody by hand; they stay there when the rest is computed anew. */
export async function movePerson(
  db: Db,
  slug: string,
  signupId: string,
  groupNo: number,
): Promise<Outcome<null>> {
  const groups = await groupsOf(db, slug);
  if (!groups.some(({ no }) => no === groupNo)) return refused({ code: 'not-found' });
  return changePlace(db, slug, signupId, { group_no: groupNo, group_pinned: 1, group_reason: 'pinned' });
}

/** Lets the next proposal place somebody who was placed by hand. */
export const unpinPerson = (db: Db, slug: string, signupId: string): Promise<Outcome<null>> =>
  changePlace(db, slug, signupId, { group_pinned: 0, group_reason: '' });

async function changePlace(
  db: Db,
  slug: string,
  signupId: string,
  change: { group_pinned: 0 | 1; group_no?: number; group_reason?: string },
): Promise<Outcome<null>> {
  const { numUpdatedRows } = await db
    .updateTable('meeting_signup')
    .set(change)
    .where('id', '=', signupId)
    .where('meeting_slug', '=', slug)
    .where('status', '=', 'attending')
    .executeTakeFirst();
  return numUpdatedRows > 0n ? accepted(null) : refused({ code: 'not-found' });
}

/** Shows those who take part who is in which group, or takes that back. */
export async function showGroups(
  db: Db,
  actorId: string,
  slug: string,
  shown: boolean,
  now: Date,
): Promise<Outcome<null>> {
  if (!(await findGrouped(db, slug))) return refused({ code: 'not-found' });
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('meeting')
      .set({ groups_shown_at: shown ? now.toISOString() : null })
      .where('slug', '=', slug)
      .execute();
    if (shown) {
      const placed = await tx
        .selectFrom('meeting_signup')
        .select('member_id as id')
        .where('meeting_slug', '=', slug)
        .where('status', '=', 'attending')
        .where('group_no', 'is not', null)
        .execute();
      const members = placed.flatMap(({ id }) => (id === null ? [] : [id]));
      await tellOfMeeting(tx, 'groups-shown', members, slug, actorId, now);
    }
    await recordAudit(tx, actorId, shown ? 'groups-shown' : 'groups-hidden', `meeting:${slug}`, now);
  });
  return accepted(null);
}

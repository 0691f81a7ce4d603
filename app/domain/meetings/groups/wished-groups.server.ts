import type { Db } from '#db/schema.ts';
import { groupsOf } from './read-groups.server.ts';

/** What members see of a group before the meeting: who leads it, and how many want to be in it most. */
export interface WishedGroup {
  no: number;
  facilitator: { organization: string; familyName: string } | null;
  /** People with a place whose first wish it is. */
  wishes: number;
}

/** The groups of a meeting as members weigh them. */
export async function wishedGroups(db: Db, slug: string): Promise<WishedGroup[]> {
  const wishes = await db
    .selectFrom('meeting_wish')
    .innerJoin('meeting_signup', 'meeting_signup.id', 'meeting_wish.signup_id')
    .select(({ fn }) => ['meeting_wish.group_no as no', fn.countAll<number>().as('wishes')])
    .where('meeting_signup.meeting_slug', '=', slug)
    .where('meeting_signup.status', '=', 'attending')
    .where('meeting_wish.rank', '=', 1)
    .groupBy('meeting_wish.group_no')
    .execute();
  const countOf = new Map(wishes.map((row) => [row.no, Number(row.wishes)]));
  return (await groupsOf(db, slug)).map(({ no, facilitator }) => ({
    no,
    facilitator: facilitator && {
      organization: facilitator.organization,
      familyName: facilitator.familyName,
    },
    wishes: countOf.get(no) ?? 0,
  }));
}

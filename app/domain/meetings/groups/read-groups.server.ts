import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../../anonymization/hidden.server.ts';
import type { Problem } from '../grouping/problem.ts';

export interface Named {
  id: string;
  organization: string;
  familyName: string;
}

export interface GroupFacts {
  no: number;
  theme: string;
  lead: string;
  least: number;
  most: number;
  facilitator: Named | null;
}

/** Somebody who takes part and is to be in a group. */
export interface Participant extends Named {
  memberId: string | null;
  area: string | null;
  years: number | null;
  /** Slug. */
  programme: string | null;
  /** Numbers of groups, the first wish first. */
  wishes: number[];
  group: number | null;
  pinned: boolean;
  /** As app/domain/meetings/grouping/explain.ts wrote it. */
  reasons: string;
  /** The same for colleagues. */
  colleagues: string | null;
}

export type GroupedMeeting = NonNullable<Awaited<ReturnType<typeof findGrouped>>>;

/** The meeting whose groups are asked for, whatever its state. */
export async function findGrouped(db: Db, slug: string) {
  return db
    .selectFrom('meeting')
    .select([
      'slug',
      'series',
      'number',
      'title',
      'day',
      'status',
      'experience',
      'groups_version as version',
      'groups_shown_at as shownAt',
    ])
    .where('slug', '=', slug)
    .where('slug', 'not in', hiddenOf(db, 'meeting'))
    .executeTakeFirst();
}

/** By number. */
export async function groupsOf(db: Db, slug: string): Promise<GroupFacts[]> {
  const rows = await db
    .selectFrom('meeting_group')
    .leftJoin('member', 'member.id', 'meeting_group.facilitator_id')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'meeting_group.no',
      'meeting_group.theme',
      'meeting_group.lead',
      'meeting_group.least',
      'meeting_group.most',
      'member.id',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('meeting_group.meeting_slug', '=', slug)
    .orderBy('meeting_group.no')
    .execute();
  return rows.map(({ id, familyName, organization, ...group }) => ({
    ...group,
    facilitator:
      id === null ? null : { id, familyName: familyName as string, organization: organization as string },
  }));
}

/** Those who have a place, in the order of their organizations. */
export async function participantsOf(db: Db, slug: string): Promise<Participant[]> {
  const rows = await db
    .selectFrom('meeting_signup')
    .leftJoin('organization', 'organization.id', 'meeting_signup.organization_id')
    .select([
      'meeting_signup.id',
      'meeting_signup.member_id as memberId',
      'meeting_signup.organization_id as organizationId',
      'meeting_signup.guest_organization as guestOrganization',
      'meeting_signup.family_name as familyName',
      'meeting_signup.years',
      'meeting_signup.programme',
      'meeting_signup.group_no as group',
      'meeting_signup.group_pinned as pinned',
      'meeting_signup.group_reason as reasons',
      'organization.label',
      'organization.area',
    ])
    .where('meeting_signup.meeting_slug', '=', slug)
    .where('meeting_signup.status', '=', 'attending')
    .execute();
  const wishes = await db
    .selectFrom('meeting_wish')
    .innerJoin('meeting_signup', 'meeting_signup.id', 'meeting_wish.signup_id')
    .select(['meeting_wish.signup_id as id', 'meeting_wish.group_no as group'])
    .where('meeting_signup.meeting_slug', '=', slug)
    .orderBy('meeting_wish.rank')
    .execute();
  const wishesOf = Map.groupBy(wishes, ({ id }) => id);
  return rows
    .map(({ organizationId, guestOrganization, label, area, pinned, ...row }) => ({
      ...row,
      organization: label ?? guestOrganization,
      // 全道 is no area of its own: whoever serves all of Hokkaido sits with nobody's neighbours.
      area: area === '全道' ? null : area,
      pinned: pinned === 1,
      wishes: (wishesOf.get(row.id) ?? []).map(({ group }) => group),
      colleagues: organizationId ?? (guestOrganization === '' ? null : `guest:${guestOrganization}`),
    }))
    .sort(
      (a, b) =>
        a.organization.localeCompare(b.organization, 'ja') || a.familyName.localeCompare(b.familyName, 'ja'),
    );
}

/** What the grouping is asked. Whoever leads a group is in it. */
export function problemOf(
  { experience }: Pick<GroupedMeeting, 'experience'>,
  groups: readonly GroupFacts[],
  people: readonly Participant[],
): Problem {
  const ledBy = new Map(groups.map(({ no, facilitator }) => [facilitator?.id ?? null, no]));
  const fixedOf = ({ memberId, group, pinned }: Participant) => {
    const led = memberId === null ? undefined : ledBy.get(memberId);
    if (led !== undefined) return { group: led, why: 'facilitator' as const };
    return pinned && group !== null ? { group, why: 'pinned' as const } : null;
  };
  return {
    experience,
    groups: groups.map(({ no, least, most }) => ({ no, min: least, max: most })),
    people: people.map((person) => ({
      id: person.id,
      organization: person.colleagues,
      area: person.area,
      years: person.years,
      wishes: person.wishes,
      fixed: fixedOf(person),
    })),
  };
}

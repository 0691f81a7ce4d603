import { prepared } from '#db/prepared.server.ts';
import type { DateAnswer, Db, Role } from '#db/schema.ts';
import { hiddenOf } from '../../anonymization/hidden.server.ts';
import type { Answered, Candidate } from './weigh.ts';

/** A member who has answered, as the table names them. */
export interface AnsweredMember extends Answered {
  organization: string;
  familyName: string;
  remark: string;
}

const planning = (db: Db) =>
  db
    .selectFrom('meeting')
    .select(['slug', 'series', 'number', 'title', 'lead', 'host_organization_id as hostId'])
    .where('status', '=', 'planning')
    .where('slug', 'not in', hiddenOf(db, 'meeting'));

/** The meeting whose day is being found; undefined once it is found. */
export const findPlanned = (db: Db, slug: string) => planning(db).where('slug', '=', slug).executeTakeFirst();

/** Candidates, the soonest first. */
export async function candidatesOf(db: Db, slug: string): Promise<Candidate[]> {
  return db
    .selectFrom('meeting_date')
    .select(['id', 'day', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('meeting_slug', '=', slug)
    .orderBy('day')
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}

/** What members have answered so far, in the order of their organizations. */
export async function answersOf(db: Db, slug: string, hostId: string | null): Promise<AnsweredMember[]> {
  const rows = await db
    .selectFrom('meeting_date_answer')
    .innerJoin('meeting_date', 'meeting_date.id', 'meeting_date_answer.date_id')
    .innerJoin('member', 'member.id', 'meeting_date_answer.member_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'meeting_date_answer.date_id as dateId',
      'meeting_date_answer.answer',
      'member.id as memberId',
      'member.family_name as familyName',
      'organization.id as organizationId',
      'organization.label as organization',
    ])
    .where('meeting_date.meeting_slug', '=', slug)
    .execute();
  const remarks = await db
    .selectFrom('meeting_date_remark')
    .select(['member_id as memberId', 'remark'])
    .where('meeting_slug', '=', slug)
    .execute();
  const facilitators = await db
    .selectFrom('meeting_group')
    .select('facilitator_id as id')
    .where('meeting_slug', '=', slug)
    .where('facilitator_id', 'is not', null)
    .execute();
  const members = Map.groupBy(rows, ({ memberId }) => memberId);
  return [...members.values()]
    .map((said): AnsweredMember => {
      const [{ memberId, organizationId, organization, familyName }] = said as [(typeof said)[number]];
      const leads = facilitators.some(({ id }) => id === memberId);
      return {
        memberId,
        organizationId,
        organization,
        familyName,
        answers: Object.fromEntries(said.map(({ dateId, answer }): [string, DateAnswer] => [dateId, answer])),
        must: organizationId === hostId ? 'host' : leads ? 'facilitator' : null,
        remark: remarks.find((one) => one.memberId === memberId)?.remark ?? '',
      };
    })
    .sort(
      (a, b) =>
        a.organization.localeCompare(b.organization, 'ja') || a.familyName.localeCompare(b.familyName, 'ja'),
    );
}

const planned = prepared((db) => planning(db).orderBy('slug'));
const plannedWithDates = prepared((db) =>
  planning(db).where('slug', 'in', db.selectFrom('meeting_date').select('meeting_slug')).orderBy('slug'),
);

/**
 * Meetings whose day is being asked for, and whether this member has said something. The desk also sees those that have
 * no candidates yet.
 */
export async function datesAsked(db: Db, { id: memberId, role }: { id: string; role: Role }) {
  const meetings = await (role === 'secretariat' ? planned : plannedWithDates)(db, {});
  if (meetings.length === 0) return [];
  const answered = await db
    .selectFrom('meeting_date_answer')
    .innerJoin('meeting_date', 'meeting_date.id', 'meeting_date_answer.date_id')
    .select('meeting_date.meeting_slug as slug')
    .distinct()
    .where('meeting_date_answer.member_id', '=', memberId)
    .execute();
  const slugs = meetings.map(({ slug }) => slug);
  const dates = await db
    .selectFrom('meeting_date')
    .select(['meeting_slug as slug', 'day'])
    .where('meeting_slug', 'in', slugs)
    .orderBy('day')
    .execute();
  return meetings.map(({ slug, series, number, title }) => ({
    slug,
    series,
    number,
    title,
    days: dates.filter((one) => one.slug === slug).map(({ day }) => day),
    answered: answered.some((one) => one.slug === slug),
  }));
}

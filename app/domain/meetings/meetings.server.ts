import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Audience, Db, MeetingKind, MeetingStatus, Schema } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';

/** One step of the day; `at` as HH:MM. */
export interface TimetableStep {
  at: string;
  what: string;
  speaker: string;
}

export interface MeetingGroup {
  no: number;
  theme: string;
  lead: string;
}

/** A meeting as its page shows it. Where it is held online is not part of it: `onlineAddress` says it to who may know. */
export interface Meeting {
  slug: string;
  kind: MeetingKind;
  series: string;
  number: number | null;
  title: string;
  lead: string;
  /** YYYY-MM-DD in Asia/Tokyo, null while it is being found; the times are HH:MM there. */
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  themes: string[];
  /** Slug. */
  programme: string | null;
  timetable: TimetableStep[];
  capacity: number | null;
  /** Until when one may sign up. */
  closesAt: string | null;
  host: { id: string; label: string } | null;
  audience: Audience;
  status: MeetingStatus;
  cancelReason: string;
  sequence: number;
  version: number;
  changedAt: string | null;
  groups: MeetingGroup[];
  participants: number | null;
  organizations: number | null;
  numbersLine: string | null;
}

/** A meeting whose day is known, as lists show it. */
export type DatedMeeting = Meeting & { day: string };

/**
 * Meetings that the reader may know of.
 *
 * @param reader `everyone` for visitors, `members` for whoever is logged in
 */
const inSight = (db: Db, reader: Audience) =>
  db
    .selectFrom('meeting')
    .leftJoin('organization', 'organization.id', 'meeting.host_organization_id')
    .selectAll('meeting')
    .select('organization.label as hostLabel')
    .where('slug', 'not in', hiddenOf(db, 'meeting'))
    .$if(reader === 'everyone', (all) =>
      all.where('meeting.audience', '=', 'everyone').where('meeting.status', '!=', 'planning'),
    );

const withDay = (eb: ExpressionBuilder<Schema, 'meeting'>) =>
  eb.and([eb('meeting.day', 'is not', null), eb('meeting.status', '!=', 'planning')]);

/** Announced and cancelled meetings from a day on, soonest first. */
export async function comingMeetings(
  db: Db,
  reader: Audience,
  today: string,
  limit: number,
): Promise<DatedMeeting[]> {
  const rows = inSight(db, reader).where(withDay).where('day', '>=', today);
  return dated(await withGroups(db, await rows.orderBy('day').orderBy('slug').limit(limit).execute()));
}

/** Meetings before a day, newest first; those that were cancelled have nothing to report. */
export async function pastMeetings(
  db: Db,
  reader: Audience,
  today: string,
  limit: number,
): Promise<DatedMeeting[]> {
  const rows = inSight(db, reader).where('day', '<', today).where('status', '=', 'announced');
  return dated(
    await withGroups(db, await rows.orderBy('day', 'desc').orderBy('slug').limit(limit).execute()),
  );
}

/** Meetings of these days, both included. */
export async function meetingsBetween(
  db: Db,
  reader: Audience,
  first: string,
  last: string,
): Promise<DatedMeeting[]> {
  const rows = inSight(db, reader).where(withDay).where('day', '>=', first).where('day', '<=', last);
  return dated(await withGroups(db, await rows.orderBy('day').orderBy('starts_at').execute()));
}

export async function findMeeting(db: Db, reader: Audience, slug: string): Promise<Meeting | undefined> {
  const [meeting] = await withGroups(db, await inSight(db, reader).where('slug', '=', slug).execute());
  return meeting;
}

export async function meetingsBySlugs(
  db: Db,
  reader: Audience,
  slugs: readonly string[],
): Promise<Map<string, DatedMeeting>> {
  if (slugs.length === 0) return new Map();
  const rows = inSight(db, reader).where(withDay).where('slug', 'in', slugs);
  const meetings = dated(await withGroups(db, await rows.execute()));
  return new Map(meetings.map((meeting) => [meeting.slug, meeting]));
}

const hasDay = (meeting: Meeting): meeting is DatedMeeting => meeting.day !== null;
const dated = (meetings: Meeting[]) => meetings.filter(hasDay);

type Row = Selectable<Schema['meeting']> & { hostLabel: string | null };

async function withGroups(db: Db, rows: Row[]): Promise<Meeting[]> {
  if (rows.length === 0) return [];
  const groups = await db
    .selectFrom('meeting_group')
    .select(['meeting_slug as slug', 'no', 'theme', 'lead'])
    .where(
      'meeting_slug',
      'in',
      rows.map(({ slug }) => slug),
    )
    .orderBy('no')
    .execute();
  const of = Map.groupBy(groups, ({ slug }) => slug);
  return rows.map((row) => ({
    slug: row.slug,
    kind: row.kind,
    series: row.series,
    number: row.number,
    title: row.title,
    lead: row.lead,
    day: row.day,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    themes: JSON.parse(row.themes) as string[],
    programme: row.programme,
    timetable: JSON.parse(row.timetable) as TimetableStep[],
    capacity: row.capacity,
    closesAt: row.closes_at,
    host:
      row.host_organization_id === null ? null : { id: row.host_organization_id, label: row.hostLabel ?? '' },
    audience: row.audience,
    status: row.status,
    cancelReason: row.cancel_reason,
    sequence: row.sequence,
    version: row.version,
    changedAt: row.changed_at,
    groups: (of.get(row.slug) ?? []).map(({ slug: _, ...group }) => group),
    participants: row.participants,
    organizations: row.organizations,
    numbersLine: row.numbers_line,
  }));
}

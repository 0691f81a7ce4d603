import type { Selectable } from 'kysely';
import type { Db, Schema } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';

export interface Meeting {
  slug: string;
  series: string;
  number: number | null;
  title: string;
  /** YYYY-MM-DD in Asia/Tokyo; the times are HH:MM there. */
  day: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  themes: string[];
  groups: Array<{ no: number; theme: string }>;
  participants: number | null;
  organizations: number | null;
  numbersLine: string | null;
}

const inSight = (db: Db) =>
  db
    .selectFrom('meeting')
    .selectAll()
    .where('status', '!=', 'planning')
    .where('day', 'is not', null)
    .where('slug', 'not in', hiddenOf(db, 'meeting'));

/** Meetings from a day on, soonest first. */
export async function comingMeetings(db: Db, today: string, limit: number): Promise<Meeting[]> {
  return withGroups(
    db,
    await inSight(db).where('day', '>=', today).orderBy('day').orderBy('slug').limit(limit).execute(),
  );
}

/** Meetings before a day, newest first. */
export async function pastMeetings(db: Db, today: string, limit: number): Promise<Meeting[]> {
  return withGroups(
    db,
    await inSight(db).where('day', '<', today).orderBy('day', 'desc').orderBy('slug').limit(limit).execute(),
  );
}

export async function findMeeting(db: Db, slug: string): Promise<Meeting | undefined> {
  const [meeting] = await withGroups(db, await inSight(db).where('slug', '=', slug).execute());
  return meeting;
}

export async function meetingsBySlugs(db: Db, slugs: readonly string[]): Promise<Map<string, Meeting>> {
  if (slugs.length === 0) return new Map();
  const meetings = await withGroups(db, await inSight(db).where('slug', 'in', slugs).execute());
  return new Map(meetings.map((meeting) => [meeting.slug, meeting]));
}

async function withGroups(db: Db, rows: Selectable<Schema['meeting']>[]): Promise<Meeting[]> {
  if (rows.length === 0) return [];
  const groups = await db
    .selectFrom('meeting_group')
    .select(['meeting_slug as slug', 'no', 'theme'])
    .where(
      'meeting_slug',
      'in',
      rows.map(({ slug }) => slug),
    )
    .orderBy('no')
    .execute();
  return rows.map(({ starts_at: startsAt, ends_at: endsAt, numbers_line: numbersLine, ...row }) => ({
    slug: row.slug,
    series: row.series,
    number: row.number,
    title: row.title,
    day: row.day as string,
    startsAt,
    endsAt,
    place: row.place,
    themes: JSON.parse(row.themes),
    groups: groups.filter(({ slug }) => slug === row.slug).map(({ no, theme }) => ({ no, theme })),
    participants: row.participants,
    organizations: row.organizations,
    numbersLine,
  }));
}

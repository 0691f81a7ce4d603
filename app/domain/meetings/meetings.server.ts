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
  db.selectFrom('meeting').selectAll().where('slug', 'not in', hiddenOf(db, 'meeting'));

/** Meetings from a day on, soonest first. */
export async function comingMeetings(db: Db, today: string, limit: number): Promise<Meeting[]> {
  const rows = await inSight(db).where('day', '>=', today).orderBy('day').limit(limit).execute();
  return rows.map(toMeeting);
}

/** Meetings before a day, newest first. */
export async function pastMeetings(db: Db, today: string, limit: number): Promise<Meeting[]> {
  const rows = await inSight(db).where('day', '<', today).orderBy('day', 'desc').limit(limit).execute();
  return rows.map(toMeeting);
}

export async function findMeeting(db: Db, slug: string): Promise<Meeting | undefined> {
  const row = await inSight(db).where('slug', '=', slug).executeTakeFirst();
  return row && toMeeting(row);
}

export async function meetingsBySlugs(db: Db, slugs: readonly string[]): Promise<Map<string, Meeting>> {
  if (slugs.length === 0) return new Map();
  const rows = await inSight(db).where('slug', 'in', slugs).execute();
  return new Map(rows.map((row) => [row.slug, toMeeting(row)]));
}

function toMeeting(row: Selectable<Schema['meeting']>): Meeting {
  const { starts_at: startsAt, ends_at: endsAt, numbers_line: numbersLine, themes, groups, ...rest } = row;
  return { ...rest, startsAt, endsAt, numbersLine, themes: JSON.parse(themes), groups: JSON.parse(groups) };
}

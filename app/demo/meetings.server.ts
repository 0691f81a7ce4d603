import { addMeeting } from '#app/domain/meetings/add-meeting.server.ts';
import type { Db } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';

interface DemoMeeting {
  slug: string;
  series: string;
  number: number | null;
  title: string;
  /** YYYY-MM-DD of a meeting that was. */
  date?: string;
  /** Of an invented one: its day is the Friday of that week. */
  daysFromNow?: number;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  themes: string[];
  groups: Array<{ no: number; theme: string }>;
  participants: number | null;
  organizations: number | null;
  asPrinted: string | null;
}

export async function addMeetings(db: Db, meetings: DemoMeeting[], now: Date): Promise<void> {
  for (const { date, daysFromNow = 0, asPrinted, ...meeting } of meetings) {
    const day = date ?? fridayNear(now, daysFromNow);
    const added = await addMeeting(db, { ...meeting, day, numbersLine: asPrinted }, now);
    if (!added.ok) throw new DemoTextError(meeting.slug, added.refusal);
  }
}

const DAY = 24 * 60 * 60 * 1000;

function fridayNear(now: Date, days: number): string {
  const day = new Date(now.getTime() + days * DAY);
  const toFriday = 5 - day.getUTCDay();
  return new Date(day.getTime() + toFriday * DAY).toISOString().slice(0, 10);
}

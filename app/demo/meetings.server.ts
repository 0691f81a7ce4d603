import { addMeeting } from '#app/domain/meetings/add-meeting.server.ts';
import type { TimetableStep } from '#app/domain/meetings/meetings.server.ts';
import type { Db } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';
import { organizationId } from './organization-id.ts';

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
  /** Of a meeting whose day is being found. */
  status?: string;
  place: string;
  onlineUrl?: string;
  lead?: string;
  themes: string[];
  timetable?: TimetableStep[];
  capacity?: number;
  closesDaysBefore?: number;
  hostOrganizationNo?: number;
  groups: Array<{ no: number; theme: string }>;
  participants: number | null;
  organizations: number | null;
  asPrinted: string | null;
}

export async function addMeetings(db: Db, meetings: DemoMeeting[], now: Date): Promise<void> {
  for (const {
    date,
    daysFromNow,
    status,
    closesDaysBefore,
    hostOrganizationNo,
    asPrinted,
    ...told
  } of meetings) {
    const day = date ?? (daysFromNow === undefined ? null : fridayNear(now, daysFromNow));
    const meeting = {
      ...told,
      day,
      status: status === 'planning' ? ('planning' as const) : undefined,
      closesAt: day && closesDaysBefore !== undefined ? endOfDay(day, closesDaysBefore) : null,
      hostOrganizationId: hostOrganizationNo === undefined ? null : organizationId(hostOrganizationNo),
      numbersLine: asPrinted,
    };
    const added = await addMeeting(db, meeting, now);
    if (!added.ok) throw new DemoTextError(meeting.slug, added.refusal);
  }
}

const DAY = 24 * 60 * 60 * 1000;

function fridayNear(now: Date, days: number): string {
  const day = new Date(now.getTime() + days * DAY);
  const toFriday = 5 - day.getUTCDay();
  return new Date(day.getTime() + toFriday * DAY).toISOString().slice(0, 10);
}

/** The end of the day so many days before another, in Tokyo. */
const endOfDay = (day: string, daysBefore: number): string =>
  new Date(Date.parse(`${day}T23:59:59+09:00`) - daysBefore * DAY).toISOString();

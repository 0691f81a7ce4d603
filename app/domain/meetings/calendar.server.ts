import { tz } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

const ZONE = 'Asia/Tokyo';

/** Japan keeps one time all year: no rules of change, which Outlook wants to see said all the same. */
const TOKYO = `BEGIN:VTIMEZONE
TZID:Asia/Tokyo
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
TZNAME:JST
END:STANDARD
END:VTIMEZONE`;

/** A meeting as a calendar shows it. */
export interface CalendarEntry {
  slug: string;
  name: string;
  lead: string;
  /** YYYY-MM-DD */
  day: string;
  /** HH:MM */
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  /** For whoever may know it, else empty. */
  onlineUrl: string;
  cancelled: boolean;
  sequence: number;
  changedAt: string | null;
}

const HOUR = 3_600_000;
/** ical-generator writes the hours that a date tells, which for a plain Date are those of the process. */
const inTokyo = tz(ZONE);

/** A calendar of meetings as iCalendar (RFC 5545). The same meeting has the same UID in every one of them. */
export function calendarOf(
  entries: readonly CalendarEntry[],
  { name, origin }: { name: string; origin: string },
  kind: 'feed' | 'file',
): string {
  const { host } = new URL(origin);
  const [only] = entries;
  const method = kind === 'file' && only?.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({
    name,
    method,
    prodId: { company: 'Tsunagari', product: 'Meetings', language: 'JA' },
    timezone: { name: ZONE, generator: () => TOKYO },
  });
  for (const entry of entries) {
    const { slug, day, startsAt, endsAt, place, onlineUrl, changedAt, sequence, cancelled } = entry;
    const allDay = startsAt === null;
    const start = inTokyo(`${day}T${startsAt ?? '00:00'}:00+09:00`);
    const end = endsAt === null ? inTokyo(start.getTime() + HOUR) : inTokyo(`${day}T${endsAt}:00+09:00`);
    const page = `${origin}/meetings/${slug}`;
    const stamp = new Date(changedAt ?? `${day}T00:00:00+09:00`);
    calendar.createEvent({
      id: `meeting-${slug}@${host}`,
      sequence,
      // DTSTAMP and the last change come from the meeting, so that the same state is the same bytes.
      stamp,
      lastModified: stamp,
      start,
      ...(allDay ? { allDay: true } : { end, timezone: ZONE }),
      summary: cancelled ? `【中止】${entry.name}` : entry.name,
      description: [entry.lead, onlineUrl && `オンライン： ${onlineUrl}`, page].filter(Boolean).join('\n\n'),
      location: place,
      url: onlineUrl || page,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

import type { DatedMeeting } from '#app/domain/meetings/meetings.server.ts';
import { meetingName } from '#app/ui/meeting/words.ts';

/** Addresses that open the meeting in a calendar elsewhere; nothing is asked of it before they are followed. */
export function calendarLinks(meeting: DatedMeeting, origin: string) {
  const { day, startsAt, endsAt, place, slug } = meeting;
  const page = `${origin}/meetings/${slug}`;
  const compact = (clock: string) => `${day.replaceAll('-', '')}T${clock.replace(':', '')}00`;
  const start = startsAt ?? '00:00';
  const end = endsAt ?? '23:59';
  const google = new URL('https://calendar.google.com/calendar/render');
  google.search = new URLSearchParams({
    action: 'TEMPLATE',
    text: meetingName(meeting),
    dates: `${compact(start)}/${compact(end)}`,
    ctz: 'Asia/Tokyo',
    location: place,
    details: page,
  }).toString();
  const outlook = new URL('https://outlook.office.com/calendar/0/deeplink/compose');
  outlook.search = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: meetingName(meeting),
    startdt: `${day}T${start}:00+09:00`,
    enddt: `${day}T${end}:00+09:00`,
    location: place,
    body: page,
  }).toString();
  return { file: `/meetings/${slug}/calendar.ics`, google: google.href, outlook: outlook.href };
}

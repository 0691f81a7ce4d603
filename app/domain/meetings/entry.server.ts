import type { Db } from '#db/schema.ts';
import type { CalendarEntry } from './calendar.server.ts';
import type { DatedMeeting } from './meetings.server.ts';
import { meetingName } from './name.ts';

/** Where a meeting is held online. Only who has a place may know. */
export async function onlineAddress(db: Db, slug: string): Promise<string> {
  const row = await db.selectFrom('meeting').select('online_url').where('slug', '=', slug).executeTakeFirst();
  return row?.online_url ?? '';
}

/** The online addresses of the meetings in which a member has a place, by slug. */
export async function ownAddresses(db: Db, memberId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('meeting_signup')
    .innerJoin('meeting', 'meeting.slug', 'meeting_signup.meeting_slug')
    .select(['meeting.slug', 'meeting.online_url'])
    .where('meeting_signup.member_id', '=', memberId)
    .where('meeting_signup.status', '=', 'attending')
    .where('meeting.status', '=', 'announced')
    .execute();
  return new Map(rows.map(({ slug, online_url }) => [slug, online_url]));
}

/** @param onlineUrl for whoever may know it, else empty */
export const entryOf = (meeting: DatedMeeting, onlineUrl: string): CalendarEntry => ({
  slug: meeting.slug,
  name: meetingName(meeting),
  lead: meeting.lead,
  day: meeting.day,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  onlineUrl,
  cancelled: meeting.status === 'cancelled',
  sequence: meeting.sequence,
  changedAt: meeting.changedAt,
});

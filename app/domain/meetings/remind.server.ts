import type { Db } from '#db/schema.ts';
import { mailSignup } from './meeting-mail.server.ts';

const DAY = 24 * 60 * 60 * 1000;
const AHEAD = 9 * 60 * 60 * 1000;

/** When whoever has a place is reminded: so many days before, from the morning on. */
const REMINDERS = [
  { days: 7, name: 'week' },
  { days: 1, name: 'day' },
] as const;
const FROM_HOUR = 8;

/**
 * Sends the reminders of a week and a day before. The occasion names the day, so that a meeting that is put off is
 * reminded of anew; several processes may do so at the same time.
 */
export async function remindOfMeetings(db: Db, now: Date): Promise<void> {
  const tokyo = new Date(now.getTime() + AHEAD);
  if (tokyo.getUTCHours() < FROM_HOUR) return;
  for (const { days, name } of REMINDERS) {
    const day = new Date(tokyo.getTime() + days * DAY).toISOString().slice(0, 10);
    const signups = await db
      .selectFrom('meeting_signup')
      .innerJoin('meeting', 'meeting.slug', 'meeting_signup.meeting_slug')
      .select(['meeting_signup.id', 'meeting.slug'])
      .where('meeting.day', '=', day)
      .where('meeting.status', '=', 'announced')
      .where('meeting_signup.status', '=', 'attending')
      .execute();
    for (const { id, slug } of signups)
      await db
        .transaction()
        .execute((tx) =>
          mailSignup(tx, 'meeting-reminder', id, now, undefined, `reminder:${slug}:${id}:${name}:${day}`),
        );
  }
}

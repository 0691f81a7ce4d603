import type { Db } from '#db/schema.ts';
import { attendanceFigures, attendees } from './attendance.server.ts';
import { onlineAddress } from './entry.server.ts';
import type { Meeting } from './meetings.server.ts';
import { isOpenForSignup } from './open-for-signup.ts';
import { ownSignup } from './own-signup.server.ts';

/** What a meeting's page says about signing up; the online address only to those with a place. */
export async function readSignupView(db: Db, meeting: Meeting, memberId: string | null, now: Date) {
  const own = memberId === null ? undefined : await ownSignup(db, meeting.slug, memberId);
  const mayKnow = own?.status === 'attending' && meeting.status === 'announced';
  const { attending, organizations, waiting } = attendanceFigures(await attendees(db, meeting.slug));
  return {
    slug: meeting.slug,
    open: isOpenForSignup(meeting, now),
    isMember: memberId !== null,
    own: own ?? null,
    onlineUrl: mayKnow ? await onlineAddress(db, meeting.slug) : '',
    attending,
    organizations,
    waiting,
    capacity: meeting.capacity,
  };
}

import type { MeetingStatus } from '#db/schema.ts';
import { dayInTokyo } from './tokyo-day.ts';

/** Whether one may sign up, change or add to what was said: until the deadline, else to the end of the day in Tokyo. */
export function isOpenForSignup(
  { status, day, closesAt }: { status: MeetingStatus; day: string | null; closesAt: string | null },
  now: Date,
): boolean {
  if (status !== 'announced' || day === null) return false;
  if (closesAt !== null && closesAt <= now.toISOString()) return false;
  return day >= dayInTokyo(now);
}

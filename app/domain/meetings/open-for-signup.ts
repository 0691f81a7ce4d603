import type { MeetingStatus } from '#db/schema.ts';

const AHEAD = 9 * 60 * 60 * 1000;

/** Whether one may sign up, change or add to what was said: until the deadline, else to the end of the day in Tokyo. */
export function isOpenForSignup(
  { status, day, closesAt }: { status: MeetingStatus; day: string | null; closesAt: string | null },
  now: Date,
): boolean {
  if (status !== 'announced' || day === null) return false;
  if (closesAt !== null && closesAt <= now.toISOString()) return false;
  return day >= new Date(now.getTime() + AHEAD).toISOString().slice(0, 10);
}

const DAY = 24 * 60 * 60 * 1000;
const TOKYO = 9 * 60 * 60 * 1000;

/**
 * The moment that many days before `now`, at a clock time in Tokyo; never later than a minute before `now`.
 *
 * @param clock HH:MM
 */
export function daysBefore(now: Date, days: number, clock: string): Date {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const midnight = Math.floor((now.getTime() + TOKYO) / DAY) * DAY - TOKYO;
  const at = midnight - days * DAY + (hours * 60 + minutes) * 60_000;
  return new Date(Math.min(at, now.getTime() - 60_000));
}

/** Some hours after a moment; never later than a minute before `now`. */
export function hoursAfter(at: Date, hours: number, now: Date): Date {
  return new Date(Math.min(at.getTime() + hours * 3_600_000, now.getTime() - 60_000));
}

/** The day so many days from `now`, or the Friday before it where it falls on a weekend; YYYY-MM-DD. */
export function weekdayNear(now: Date, days: number): string {
  const day = new Date(now.getTime() + days * DAY);
  const back = { 0: 2, 6: 1 }[day.getUTCDay()] ?? 0;
  return new Date(day.getTime() - back * DAY).toISOString().slice(0, 10);
}

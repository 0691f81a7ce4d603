/** ISO 8601 in UTC, as the database stores it; a plain date (2026-12-11) counts as that day in Tokyo. */
export type Instant = string;

type TokyoTime = {
  year: number;
  month: number;
  day: number;
  /** 月 火 水 木 金 土 日 */
  weekday: string;
  hour: number;
  minute: number;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Japan keeps one time, nine hours ahead of UTC, and has had no summer time since 1951. */
const AHEAD = 9 * 60 * MINUTE;
const WEEKDAYS = '日月火水木金土';
const ERA = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'Asia/Tokyo',
  era: 'short',
  year: 'numeric',
});

/**
 * The calendar and clock of Tokyo at an instant.
 *
 * @throws RangeError when the text is no date
 */
export function tokyoTime(at: Instant | Date): TokyoTime {
  // Lists show dozens of times a page, and Intl takes a hundred times as long for each.
  const tokyo = new Date(new Date(at).getTime() + AHEAD);
  if (Number.isNaN(tokyo.getTime())) throw new RangeError('Not a date');
  return {
    year: tokyo.getUTCFullYear(),
    month: tokyo.getUTCMonth() + 1,
    day: tokyo.getUTCDate(),
    weekday: WEEKDAYS[tokyo.getUTCDay()] as string,
    hour: tokyo.getUTCHours(),
    minute: tokyo.getUTCMinutes(),
  };
}

/** 13:30 */
export function showClock(at: Instant | Date): string {
  const { hour, minute } = tokyoTime(at);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

/** 11月20日（金） */
export function showDay(at: Instant | Date): string {
  const { month, day, weekday } = tokyoTime(at);
  return `${month}月${day}日（${weekday}）`;
}

/** 2026年11月20日（金） */
export function showDate(at: Instant | Date): string {
  return `${tokyoTime(at).year}年${showDay(at)}`;
}

/** 11月10日 17:20, with the year in front when it is not the year of `now` */
export function showMoment(at: Instant, now: Date): string {
  return `${dayOf(at, now)} ${showClock(at)}`;
}

/** 令和8年; the first year of an era is 元年, as on official papers */
export function showEraYear(at: Instant | Date): string {
  return ERA.format(new Date(at));
}

/** 令和8年12月11日（金） */
export function showEraDate(at: Instant | Date): string {
  return `${showEraYear(at)}${showDay(at)}`;
}

/** 令和8年9月 */
export function showEraMonth(at: Instant | Date): string {
  return `${showEraYear(at)}${tokyoTime(at).month}月`;
}

/**
 * When something happened, in the words one would say: 12分前, 2時間前, けさ 9:12, きょう 14:20,
 * きのう 16:40, 11月18日, 2025年11月18日.
 * Hours are counted up to three, because beyond that a clock time tells more.
 */
export function showTimeAgo(at: Instant, now: Date): string {
  const elapsed = now.getTime() - new Date(at).getTime();
  // The clocks of two servers may differ by seconds, so a moment ahead still counts as now.
  if (Math.abs(elapsed) < MINUTE) return 'たった今';
  if (elapsed > 0 && elapsed < 60 * MINUTE) return `${Math.floor(elapsed / MINUTE)}分前`;
  if (elapsed > 0 && elapsed < 180 * MINUTE) return `${Math.floor(elapsed / (60 * MINUTE))}時間前`;

  const days = daysUntil(at, now);
  if (days === 0) return `${isMorning(at) ? 'けさ' : 'きょう'} ${showClock(at)}`;
  if (days === -1) return `きのう ${showClock(at)}`;
  return dayOf(at, now);
}

/** Calendar days in Tokyo from `now` to `at`: 0 today, 1 tomorrow, -1 yesterday. */
export function daysUntil(at: Instant, now: Date): number {
  return dayNumber(at) - dayNumber(now);
}

/** 11月18日, with the year in front when it is not the year of `now` */
export function dayOf(at: Instant, now: Date): string {
  const { year, month, day } = tokyoTime(at);
  const date = `${month}月${day}日`;
  return year === tokyoTime(now).year ? date : `${year}年${date}`;
}

function isMorning(at: Instant): boolean {
  const { hour } = tokyoTime(at);
  return hour >= 4 && hour < 11;
}

function dayNumber(at: Instant | Date): number {
  const { year, month, day } = tokyoTime(at);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** The day in Tokyo as YYYY-MM-DD. */
export function tokyoDay(at: Instant | Date): string {
  const { year, month, day } = tokyoTime(at);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

import type { MeetingTitle } from '#app/domain/meetings/name.ts';
import { type Instant, showEraMonth } from '../time.ts';

export { meetingName } from '#app/domain/meetings/name.ts';

export type MeetingTime = {
  /** YYYY-MM-DD */
  day: string;
  /** HH:MM */
  startsAt: string | null;
  endsAt: string | null;
};

export type MeetingFigures = {
  /** YYYY-MM-DD */
  day: string;
  participants: number | null;
  organizations: number | null;
};

/** The two parts of a meeting's heading: 第4回 情報交換会, and what it was about. A name said already is not said twice. */
export function meetingHeading({ series, number, title }: MeetingTitle): { series: string; title: string } {
  if (number === null) return { series: title.includes(series) ? '' : series, title };
  const ordinal = `第${number}回${series}`;
  const own = title.startsWith(ordinal) ? title.slice(ordinal.length) : title;
  return { series: `第${number}回 ${series}`, title: own.replace(/^「(.*)」$/, '$1') };
}

/** Begin and end as instants; a plain date while the hour is not set. */
export function meetingInstants({ day, startsAt, endsAt }: MeetingTime): {
  startsAt: Instant;
  endsAt: Instant | null;
} {
  const at = (clock: string) => `${day}T${clock}:00+09:00`;
  return { startsAt: startsAt ? at(startsAt) : day, endsAt: startsAt && endsAt ? at(endsAt) : null };
}

/** 令和3年12月・69名（47機関） */
export function reportNote({ day, participants, organizations }: MeetingFigures): string {
  const figures =
    participants === null
      ? ''
      : `・${participants}名${organizations === null ? '' : `（${organizations}機関）`}`;
  return `${showEraMonth(day)}${figures}`;
}

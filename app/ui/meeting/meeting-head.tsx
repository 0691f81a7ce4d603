import type { ReactNode } from 'react';
import { type Instant, showClock, showEraYear, tokyoTime } from '../time.ts';

type MeetingHeadProps = {
  /** 第12回 情報交換会; blank when the title says it */
  series: string;
  title: string;
  /** an instant, or a plain date when the hour is not set; null while the day is being found */
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** the mark of its state, and what goes with it: 締切 12月4日（金）17:00 */
  state: ReactNode;
  lead?: ReactNode;
};

/** Head of a meeting and of its report: the day in a box, as officers write it in their files. */
export function MeetingHead({ series, title, startsAt, endsAt, state, lead }: MeetingHeadProps) {
  return (
    <header className="lead-meet">
      <div className="daybox">
        {startsAt ? <DayInBox startsAt={startsAt} endsAt={endsAt} /> : <b>日程調整中</b>}
      </div>
      <div>
        <p className="q__meta">{state}</p>
        <h1>
          {series && <span>{series} </span>}
          {title}
        </h1>
        {lead && <p>{lead}</p>}
      </div>
    </header>
  );
}

function DayInBox({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant | null }) {
  const { month, day, weekday } = tokyoTime(startsAt);
  return (
    <>
      <span>{showEraYear(startsAt)}</span>
      <b>
        {month}月{day}日
      </b>
      <span>
        {weekday}曜{endsAt && ` ${showClock(startsAt)}–${showClock(endsAt)}`}
      </span>
    </>
  );
}

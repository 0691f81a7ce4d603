import { type Instant, showClock, tokyoTime } from './time.ts';

type BigDateProps = {
  /** an instant, or a plain date when the hour is not set yet */
  startsAt: Instant;
  endsAt: Instant | null;
};

/** A day that one should not miss: 12月11日 金曜 13:30–16:00. */
export function BigDate({ startsAt, endsAt }: BigDateProps) {
  const { month, day, weekday } = tokyoTime(startsAt);
  return (
    <p className="bigdate">
      <b>
        {month}
        <i>月</i>
        {day}
        <i>日</i>
      </b>
      <span>
        {weekday}曜
        {endsAt && (
          <>
            <br />
            {showClock(startsAt)}–{showClock(endsAt)}
          </>
        )}
      </span>
    </p>
  );
}

import { type Instant, showClock, showDate, showTimeAgo } from './time.ts';

/** 2時間前, きのう 16:40; pointing at it tells the exact time. */
export function TimeAgo({ at, now }: { at: Instant; now: Date }) {
  return (
    <time dateTime={at} title={`${showDate(at)} ${showClock(at)}`}>
      {showTimeAgo(at, now)}
    </time>
  );
}

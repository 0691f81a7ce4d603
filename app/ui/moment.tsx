import { type Instant, showMoment } from './time.ts';

/** 11月10日 17:20: where people refer to a post by its time. */
export function Moment({ at, now }: { at: Instant; now: Date }) {
  return <time dateTime={at}>{showMoment(at, now)}</time>;
}

import type { MeetingStatus } from '#db/schema.ts';
import { Mark } from '../mark.tsx';
import { daysUntil } from '../time.ts';

type MeetingStateProps = { status: MeetingStatus; day: string | null; closesAt: string | null; now: Date };

/** The mark of a meeting's state. */
export function MeetingState({ status, day, closesAt, now }: MeetingStateProps) {
  if (status === 'cancelled')
    return (
      <Mark kind="error" icon="stop">
        中止になりました
      </Mark>
    );
  if (day === null)
    return (
      <Mark kind="open" icon="clock">
        日程を決めています
      </Mark>
    );
  if (daysUntil(day, now) < 0)
    return (
      <Mark kind="done" icon="done">
        開催しました
      </Mark>
    );
  if (closesAt !== null && closesAt <= now.toISOString())
    return (
      <Mark kind="plain" icon="clock">
        申し込みは締め切りました
      </Mark>
    );
  return (
    <Mark kind="talk" icon="meeting">
      申し込み受付中
    </Mark>
  );
}

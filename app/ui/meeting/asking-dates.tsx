import { Mark } from '../mark.tsx';
import { showDay } from '../time.ts';
import { meetingName } from './words.ts';

export type AskedMeeting = {
  slug: string;
  series: string;
  number: number | null;
  title: string;
  /** YYYY-MM-DD, the soonest first. */
  days: string[];
  answered: boolean;
};

/** Meetings whose day is being found, each with the way to say when one can come. */
export function AskingDates({ meetings }: { meetings: AskedMeeting[] }) {
  return (
    <ul>
      {meetings.map((meeting) => {
        const { slug, days, answered } = meeting;
        const [first, last] = [days[0], days.at(-1)];
        return (
          <li key={slug} className="asking">
            <p className="q__meta">
              {answered ? (
                <Mark kind="done" icon="done">
                  答えました
                </Mark>
              ) : (
                <Mark kind="open" icon="cal">
                  {days.length > 0 ? 'まだ答えていません' : '候補の日がまだありません'}
                </Mark>
              )}
            </p>
            <h3>
              <a href={`/meetings/${slug}/dates`}>{meetingName(meeting)}</a>
            </h3>
            <p className="small quiet">
              候補{days.length}日{first && last && `（${showDay(first)}から${showDay(last)}まで）`}
              {answered && '。決まるまで、何度でも直せます'}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

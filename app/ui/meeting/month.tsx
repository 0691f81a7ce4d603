import type { DatedMeeting } from '#app/domain/meetings/meetings.server.ts';
import { showDay } from '../time.ts';
import { meetingName } from './words.ts';

type MonthProps = {
  /** YYYY-MM */
  month: string;
  today: string;
  meetings: DatedMeeting[];
};

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

/** A month as a table, a week a row; on phones only the days that have a meeting are seen. */
export function Month({ month, today, meetings }: MonthProps) {
  return (
    <table className="month">
      <caption className="vh">{month}の会</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, at) => {
              const ofDay = meetings.filter((meeting) => meeting.day === day);
              const classes = [
                ...(ofDay.length === 0 ? ['month__empty'] : []),
                ...(day === today ? ['month__today'] : []),
              ];
              return (
                <td key={WEEKDAYS[at]} className={classes.join(' ') || undefined}>
                  {day && (
                    <time dateTime={day}>{ofDay.length > 0 ? showDay(day) : Number(day.slice(8))}</time>
                  )}
                  {ofDay.map((meeting) => (
                    <a key={meeting.slug} href={`/meetings/${meeting.slug}`}>
                      {meeting.status === 'cancelled' && '【中止】'}
                      {meeting.startsAt && `${meeting.startsAt} `}
                      {meetingName(meeting)}
                    </a>
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Days as YYYY-MM-DD, seven a week from Sunday; null where the week reaches beyond the month. */
function weeksOf(month: string): Array<Array<string | null>> {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const before = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, at) => {
    const day = at - before + 1;
    return day < 1 || day > days ? null : `${month}-${String(day).padStart(2, '0')}`;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

import type { Meeting } from '#app/domain/meetings/meetings.server.ts';
import { AsideSection } from '../aside-section.tsx';
import { type Fact, Facts } from '../facts.tsx';
import { showClock, showDay } from '../time.ts';
import { DayProgramme } from './day-programme.tsx';

type MeetingAsideProps = {
  meeting: Meeting;
  /** addresses that put it in a calendar; null where it is over */
  calendar: { file: string; google: string; outlook: string } | null;
};

/** Where, by whom and until when; the programme of the day; the way into calendars. */
export function MeetingAside({ meeting, calendar }: MeetingAsideProps) {
  const { place, host, capacity, closesAt, timetable } = meeting;
  const facts: Fact[] = [{ label: '場所', value: place }];
  if (host) facts.push({ label: '主催', value: host.label });
  if (capacity !== null) facts.push({ label: '定員', value: `${capacity}名` });
  if (closesAt !== null) facts.push({ label: '締切', value: `${showDay(closesAt)} ${showClock(closesAt)}` });
  return (
    <>
      <AsideSection id="facts" title="会のこと">
        <Facts facts={facts} />
      </AsideSection>
      {timetable.length > 0 && (
        <AsideSection id="timetable" title="当日のながれ">
          <DayProgramme
            steps={timetable.map(({ at, what, speaker }) => ({
              time: at,
              what: speaker ? `${what}（${speaker}）` : what,
            }))}
          />
        </AsideSection>
      )}
      {calendar && (
        <AsideSection id="calendar" title="予定表に入れる">
          <ul className="plainlist">
            <li>
              <a href={calendar.file}>予定表ファイル（.ics）</a>
            </li>
            <li>
              <a href={calendar.google} rel="noreferrer">
                Google カレンダー
              </a>
            </li>
            <li>
              <a href={calendar.outlook} rel="noreferrer">
                Outlook
              </a>
            </li>
          </ul>
        </AsideSection>
      )}
    </>
  );
}

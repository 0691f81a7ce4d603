import type { DateAnswer } from '#db/schema.ts';
import { showDay } from '../time.ts';
import { DATE_ANSWERS, showHours } from './date-words.ts';

type Candidate = { id: string; day: string; startsAt: string; endsAt: string };
type Weighed = { id: string; yes: number; maybe: number; no: number; persons: number };

/** How many organizations can come on each candidate. */
export function DateSummary({
  dates,
  weighed,
  proposed,
}: {
  dates: Candidate[];
  weighed: Weighed[];
  /** The candidate that suits most. */
  proposed: string | null;
}) {
  return (
    <div className="tablewrap">
      <table className="table dates__summary">
        <caption>候補の日と、来られる機関の数（同じ機関の人は、まとめて一つに数えます）</caption>
        <thead>
          <tr>
            <th scope="col">候補</th>
            {DATE_ANSWERS.map(({ answer, sign, says }) => (
              <th key={answer} scope="col" className="n">
                {sign}
                <span className="vh">（{says}）</span>
              </th>
            ))}
            <th scope="col" className="n">
              ○の人
            </th>
          </tr>
        </thead>
        <tbody>
          {dates.map(({ id, day, ...hours }) => {
            const { yes, maybe, no, persons } = weighed.find((one) => one.id === id) ?? NOTHING;
            return (
              <tr key={id}>
                <th scope="row">
                  {showDay(day)} <span className="small quiet nw">{showHours(hours)}</span>
                  {id === proposed && <b className="small dates__best">いちばん合う日</b>}
                </th>
                <td className="n">{yes}</td>
                <td className="n">{maybe}</td>
                <td className="n">{no}</td>
                <td className="n">{persons}名</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const NOTHING = { yes: 0, maybe: 0, no: 0, persons: 0 };

type Answered = {
  memberId: string;
  organization: string;
  familyName: string;
  answers: Readonly<Record<string, DateAnswer>>;
  must: 'host' | 'facilitator' | null;
  remark: string;
};

const MUST = { host: '主催', facilitator: '進行役' };

/** Who has answered what. */
export function DateAnswers({ dates, members }: { dates: Candidate[]; members: Answered[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is scrolled with the keyboard, too
    <section className="tablewrap" tabIndex={0} aria-label="みんなの答えの表">
      <table className="table choice__answers">
        <thead>
          <tr>
            <th scope="col">答えた人</th>
            {dates.map(({ id, day, startsAt }) => (
              <th key={id} scope="col">
                {showDay(day)}
                <br />
                {startsAt.replace(/^0/, '')}
              </th>
            ))}
            <th scope="col">ひとこと</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ memberId, organization, familyName, answers, must, remark }) => (
            <tr key={memberId}>
              <th scope="row">
                {organization} <b>{familyName}</b>
                {must && <span className="small quiet nw">（{MUST[must]}）</span>}
              </th>
              {dates.map(({ id }) => {
                const said = DATE_ANSWERS.find(({ answer }) => answer === answers[id]);
                return (
                  <td key={id}>
                    <span aria-hidden="true">{said?.sign ?? '–'}</span>
                    <span className="vh">{said?.says ?? 'まだ'}</span>
                  </td>
                );
              })}
              <td className="choice__remark">{remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { Mark } from '../mark.tsx';
import { untilWords } from './words.ts';

export type SurveyCall = {
  id: string;
  title: string;
  /** the meeting's name; null where the whole network is asked */
  meeting: string | null;
  closesAt: string | null;
  answered: boolean;
};

/** Surveys that the reader is asked, each with the way to answer. */
export function SurveyCalls({ surveys }: { surveys: SurveyCall[] }) {
  return (
    <ul>
      {surveys.map(({ id, title, meeting, closesAt, answered }) => (
        <li key={id} className="asking">
          <p className="q__meta">
            {answered ? (
              <Mark kind="done" icon="done">
                答えました
              </Mark>
            ) : (
              <Mark kind="open" icon="pencil">
                まだ答えていません
              </Mark>
            )}
          </p>
          <h3>
            <a href={`/surveys/${id}`}>{title}</a>
          </h3>
          <p className="small quiet">
            {[meeting, closesAt && untilWords(closesAt)].filter(Boolean).join('・')}
          </p>
        </li>
      ))}
    </ul>
  );
}

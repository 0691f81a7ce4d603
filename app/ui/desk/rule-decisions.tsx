import { showDate } from '../time.ts';
import { LEVEL_NAME } from './check-words.ts';

type Decision = {
  /** The rule’s title. */
  rule: string;
  /** A level, or a number of people. */
  value: string;
  reason: string;
  who: { organization: string; familyName: string } | null;
  at: string;
};

const LEVELS: Record<string, string> = LEVEL_NAME;

/** What was decided about rules, each with who, when and why. */
export function RuleDecisions({ decisions }: { decisions: Decision[] }) {
  return (
    <ul className="decided">
      {decisions.map(({ rule, value, reason, who, at }, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never rendered twice
        <li key={number}>
          <div>
            <p>
              <b>{rule}</b>
              <span>：{LEVELS[value] ?? `${value}人`}</span>
            </p>
            {reason !== '' && <p className="small">{reason}</p>}
            <p className="small quiet">
              {who ? `${who.organization} ${who.familyName}・` : ''}
              {showDate(new Date(at))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

import type { Author } from '../author.ts';
import { Bar } from '../bars.tsx';

export type Group = {
  no: number;
  theme: string;
  /** what it is about, or afterwards what was said */
  text?: string;
  facilitator: Author | null;
  /** how many took part; known afterwards */
  participants?: number;
  /** how many want to join, before the groups are made up */
  wishes?: number;
};

/** The breakouts of a meeting. */
export function GroupList({ groups }: { groups: Group[] }) {
  const full = Math.max(1, ...groups.map((group) => group.wishes ?? 0));
  return (
    <ol>
      {groups.map((group) => (
        <li key={group.no} className={group.wishes === undefined ? 'group' : 'group group--wish'}>
          <span className="group__no" aria-hidden="true">
            {group.no}
          </span>
          <div>
            <h3>
              <span className="vh">グループ{group.no}　</span>
              {group.theme}
            </h3>
            {group.text && <p className="group__text">{group.text}</p>}
            <p className="q__meta">
              {group.participants !== undefined && <span>{group.participants}名</span>}
              {group.facilitator && (
                <span>
                  進行：{group.facilitator.organization} <b>{group.facilitator.familyName}</b>
                </span>
              )}
            </p>
          </div>
          {group.wishes !== undefined && (
            <p className="group__wish">
              希望した人 <b>{group.wishes}名</b>
              <Bar value={group.wishes} full={full} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

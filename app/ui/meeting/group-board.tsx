import { Icon } from '../icon.tsx';
import { Mark } from '../mark.tsx';

type Person = {
  id: string;
  organization: string;
  familyName: string;
  /** 経験3年・札幌 */
  facts: string;
  /** Numbers of groups. */
  wishes: number[];
  group: number | null;
  pinned: boolean;
  leads: boolean;
  why: string;
};

type Column = {
  no: number;
  theme: string;
  least: number;
  most: number;
  /** 渡辺 */
  facilitator: string | null;
};

type GroupBoardProps = {
  action: string;
  groups: Column[];
  people: Person[];
};

/**
 * Who sits where. Each person has a list and a button; a script lets them be dragged instead. The form of a person is
 * the same for both.
 */
export function GroupBoard({ action, groups, people }: GroupBoardProps) {
  const waiting = people.filter(({ group }) => !groups.some(({ no }) => no === group));
  return (
    <div data-group-board>
      <p className="vh" role="status" data-group-told />
      {waiting.length > 0 && (
        <section className="board__group" aria-labelledby="group-none">
          <h3 id="group-none">
            まだ決まっていない人 <span className="sec__count">{waiting.length}名</span>
          </h3>
          <People action={action} people={waiting} groups={groups} />
        </section>
      )}
      <div className="board">
        {groups.map(({ no, theme, least, most, facilitator }) => {
          const inside = people.filter(({ group }) => group === no);
          const size = inside.length;
          return (
            <section key={no} className="board__group" data-group={no} aria-labelledby={`group-${no}`}>
              <h3 id={`group-${no}`}>
                <span className="group__no">{no}</span> {theme}
              </h3>
              <p className="board__facts small quiet">
                <b className="num">{size}名</b>
                <span>
                  {least}–{most}名
                </span>
                <Size size={size} least={least} most={most} />
                <span>進行：{facilitator ?? '未定'}</span>
              </p>
              <People action={action} people={inside} groups={groups} />
            </section>
          );
        })}
      </div>
    </div>
  );
}

function Size({ size, least, most }: { size: number; least: number; most: number }) {
  if (size > most)
    return (
      <Mark kind="warn" icon="warn">
        {size - most}名多い
      </Mark>
    );
  if (size < least)
    return (
      <Mark kind="warn" icon="warn">
        {least - size}名足りない
      </Mark>
    );
  return null;
}

function People({ action, people, groups }: { action: string; people: Person[]; groups: Column[] }) {
  if (people.length === 0) return <p className="small quiet">まだだれもいません。</p>;
  return (
    <ul className="board__people">
      {people.map(({ id, organization, familyName, facts, wishes, group, pinned, leads, why }) => (
        <li key={id} className="board__person" data-person={id} data-name={`${organization} ${familyName}`}>
          <div>
            <p>
              {organization} <b>{familyName}</b>
              {pinned && !leads && (
                <span className="board__pin">
                  <Icon name="keep" />
                  動かさない
                </span>
              )}
            </p>
            <p className="small quiet">
              {wishes.length > 0 ? `希望 ${wishes.join('→')}` : '希望なし'}
              {facts && `・${facts}`}
              {why && `。${why}`}
            </p>
          </div>
          {!leads && (
            <form method="post" action={action} className="board__move">
              <input type="hidden" name="person" value={id} />
              <label className="vh" htmlFor={`to-${id}`}>
                {organization} {familyName}さんのグループ
              </label>
              <select id={`to-${id}`} name="group" defaultValue={group ?? ''}>
                {group === null && <option value="">選ぶ</option>}
                {groups.map(({ no, theme }) => (
                  <option key={no} value={no}>
                    {no} {theme}
                  </option>
                ))}
              </select>
              <button className="btn btn--line btn--s" type="submit" name="intent" value="move">
                移す<span className="vh">（{familyName}さん）</span>
              </button>
              {pinned && (
                <button className="btn btn--quiet btn--s" type="submit" name="intent" value="unpin">
                  自動にまかせる<span className="vh">（{familyName}さん）</span>
                </button>
              )}
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

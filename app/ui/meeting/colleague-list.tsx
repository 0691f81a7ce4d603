import type { SignupStatus } from '#db/schema.ts';

type ColleagueListProps = {
  /** whom the member has signed up */
  others: Array<{ id: string; familyName: string; status: SignupStatus }>;
  /** whom they may sign up */
  colleagues: Array<{ id: string; familyName: string }>;
};

/** Members of the same organization, each with one button. */
export function ColleagueList({ others, colleagues }: ColleagueListProps) {
  return (
    <ul>
      {others.map(({ id, familyName, status }) => (
        <li key={id} className="bar mt16">
          <p>
            <b>{familyName}</b>さん
            <span className="small quiet">
              　{status === 'waiting' ? '空きを待っています' : '申し込み済み'}
            </span>
          </p>
          <form method="post">
            <input type="hidden" name="id" value={id} />
            <button className="btn btn--quiet btn--s" type="submit" name="intent" value="cancel">
              取り消す<span className="vh">（{familyName}さん）</span>
            </button>
          </form>
        </li>
      ))}
      {colleagues.map(({ id, familyName }) => (
        <li key={id} className="bar mt16">
          <p>
            <b>{familyName}</b>さん
          </p>
          <form method="post">
            <input type="hidden" name="member" value={id} />
            <button className="btn btn--line btn--s" type="submit" name="intent" value="colleague">
              申し込む<span className="vh">（{familyName}さん）</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

import { Icon } from '../icon.tsx';

/** For the asker alone, under their question: it is solved, or it is open after all. */
export function SolvedForm({ id, solved }: { id: string; solved: boolean }) {
  if (!solved) {
    return (
      <p className="mt24 noprint">
        <a className="btn btn--line" href={`/questions/${id}/solve`}>
          <Icon name="done" />
          解決済みにする
        </a>
      </p>
    );
  }
  return (
    <form method="post" className="mt8 noprint">
      <input type="hidden" name="intent" value="reopen" />
      <button className="btn btn--quiet btn--s" type="submit">
        まだ解決していないので、元にもどす
      </button>
    </form>
  );
}

import { Icon } from '../icon.tsx';

/** For the asker alone, under their question: it is solved, what became of it, or it is open after all. */
export function SolvedForm({ id, solved }: { id: string; solved: boolean }) {
  const thread = `/questions/${id}`;
  return (
    // With an action, or the browser would jump to where it was before.
    <form method="post" action={`${thread}?index`} className="btns mt24 noprint">
      <a className="btn btn--line" href={`${thread}/solve`}>
        <Icon name={solved ? 'pencil' : 'done'} />
        {solved ? 'その後を書く・直す' : 'その後を書いて、解決済みにする'}
      </a>
      <button className="btn btn--quiet" type="submit" name="intent" value={solved ? 'reopen' : 'solve'}>
        {solved ? 'まだ解決していないので、元にもどす' : '何も書かずに、解決済みにする'}
      </button>
    </form>
  );
}

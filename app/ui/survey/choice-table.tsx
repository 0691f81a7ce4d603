import type { ChoiceResult } from '#app/domain/surveys/results.server.ts';
import { Bar } from '../bars.tsx';

/** How many chose what, as a table whose bars are drawn: the words and numbers say all that the bars do. */
export function ChoiceTable({ choices, n }: { choices: ChoiceResult[]; n: number }) {
  return (
    <table className="bars bars--survey">
      <thead>
        <tr>
          <th scope="col">答え</th>
          <td />
          <th scope="col">人数</th>
          <th scope="col">割合</th>
        </tr>
      </thead>
      <tbody>
        {choices.map(({ no, label, count, percent }) => (
          <tr key={no}>
            <th scope="row">{label}</th>
            <td aria-hidden="true">
              <Bar value={count} full={n} />
            </td>
            <td>{count}名</td>
            <td>{n === 0 ? percent : `${percent}％`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { AreaFigures } from '#app/domain/meeting-figures/count.ts';
import { Bar } from '../bars.tsx';
import { showEraMonth } from '../time.ts';

/** Which areas come: how many of their organizations ever did, and when somebody last did. */
export function AreaTable({ areas }: { areas: AreaFigures[] }) {
  return (
    <table className="bars bars--areas">
      <thead>
        <tr>
          <th scope="col">振興局</th>
          <td />
          <th scope="col">来た機関</th>
          <th scope="col">さいごに来た月</th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ area, organizations, came, lastDay }) => (
          <tr key={area}>
            <th scope="row">{area.replace(/(?:総合)?振興局$/u, '')}</th>
            <td aria-hidden="true">
              <Bar value={came} full={organizations} />
            </td>
            <td>
              {came}／{organizations}
            </td>
            <td>{lastDay === null ? <b>まだ</b> : showEraMonth(lastDay)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

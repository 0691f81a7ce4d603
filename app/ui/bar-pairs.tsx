type BarPairsProps = {
  /** what the rows are: 月 */
  rowLabel: string;
  /** the larger series first, so that the smaller one is drawn under it */
  series: [string, string];
  rows: Array<{ label: string; values: [number, number] }>;
  /** the rows are meetings, whose names take more room than months */
  meetings?: boolean;
};

/** Two series side by side, as a table whose bars are drawn, with its key. */
export function BarPairs({ rowLabel, series, rows, meetings = false }: BarPairsProps) {
  const full = Math.max(1, ...rows.flatMap((row) => row.values));
  return (
    <>
      <table className={meetings ? 'bars bars--two bars--meetings' : 'bars bars--two'}>
        <thead>
          <tr>
            <th scope="col">{rowLabel}</th>
            <td />
            <th scope="col">{series[0]}</th>
            <th scope="col">{series[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td aria-hidden="true">
                <svg preserveAspectRatio="none" viewBox={`0 0 ${full} 10`} aria-hidden="true">
                  <rect className="bar2" width={values[0]} height="4.5" />
                  <rect className="bar1" y="5.5" width={values[1]} height="4.5" />
                </svg>
              </td>
              <td>{values[0]}</td>
              <td>{values[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Key
        items={[
          { bar: 'bar2', label: series[0] },
          { bar: 'bar1', label: series[1] },
        ]}
      />
    </>
  );
}

export type KeyItem = { bar: 'bar1' | 'bar2' | 'bar3'; label: string };

/** Which colour stands for what. */
export function Key({ items }: { items: KeyItem[] }) {
  return (
    <ul className="key">
      {items.map(({ bar, label }) => (
        <li key={label}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect className={bar} width="10" height="10" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

export type BarRow = { label: string; value: number; unit?: string };

type BarsProps = {
  rows: BarRow[];
  /** the value that fills the whole width */
  full: number;
  small?: boolean;
};

/** One series as a table whose bars are drawn. */
export function Bars({ rows, full, small = false }: BarsProps) {
  return (
    <table className={small ? 'bars bars--s' : 'bars'}>
      <tbody>
        {rows.map(({ label, value, unit }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td aria-hidden="true">
              <Bar value={value} full={full} />
            </td>
            <td>
              {value}
              {unit}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A bar on its track. The width is an attribute, because the content security policy forbids inline style. */
export function Bar({ value, full }: { value: number; full: number }) {
  return (
    <svg preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden="true">
      <rect className="bar0" width="100" height="10" />
      <rect className="bar1" width={full > 0 ? Math.min(100, (value / full) * 100) : 0} height="10" />
    </svg>
  );
}

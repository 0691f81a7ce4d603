import type { ReactNode } from 'react';

type ColumnsProps = { aside: ReactNode; children: ReactNode };

/** The main text, and a side column that follows it on small screens. */
export function Columns({ aside, children }: ColumnsProps) {
  return (
    <div className="cols">
      <div>{children}</div>
      <div className="aside">{aside}</div>
    </div>
  );
}

import type { ReactNode } from 'react';

type FigureProps = {
  title: string;
  /** n＝34: a figure always says of how many */
  note: string;
  children: ReactNode;
};

/** A drawn table on a sheet. */
export function Figure({ title, note, children }: FigureProps) {
  return (
    <figure className="fig">
      <figcaption>
        {title}
        <small>{note}</small>
      </figcaption>
      {children}
    </figure>
  );
}

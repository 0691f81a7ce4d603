import type { ReactNode } from 'react';

type AsideSectionProps = { id: string; title: string; children: ReactNode };

/** A quiet part of the side column. Its heading is an h2. */
export function AsideSection({ id, title, children }: AsideSectionProps) {
  return (
    <section className="aside__sec" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

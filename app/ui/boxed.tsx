import type { ReactNode } from 'react';

type BoxedProps = {
  id: string;
  /** a small line above the title */
  kicker?: string;
  title: ReactNode;
  children: ReactNode;
};

/** 囲み: the one thing of the side column that asks for an act; at most one on a page. */
export function Boxed({ id, kicker, title, children }: BoxedProps) {
  return (
    <section className="box" id={id} aria-labelledby={`${id}-title`}>
      <div>
        {kicker && <span className="kicker">{kicker}</span>}
        <h2 id={`${id}-title`}>{title}</h2>
      </div>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

type SectionProps = {
  /** Also the anchor; must be unique on the page. */
  id: string;
  title: string;
  /** with its unit: 3件 */
  count?: string;
  link?: { href: string; label: string };
  note?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
};

/** A part of a page under a rule of ink. Its heading is an h2. */
export function Section({ id, title, count, link, note, narrow = false, children }: SectionProps) {
  return (
    <section className={narrow ? 'sec narrow' : 'sec'} id={id} aria-labelledby={`${id}-title`}>
      <div className="sec__head">
        <h2 id={`${id}-title`}>
          {title}
          {count && <span className="sec__count">{count}</span>}
        </h2>
        {link && (
          <a href={link.href}>
            {link.label}
            {/* すべて alone says nothing when links are read out by themselves */}
            <span className="vh">（{title}）</span>
          </a>
        )}
      </div>
      {note && <p className="sec__note">{note}</p>}
      {children}
    </section>
  );
}

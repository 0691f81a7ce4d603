import type { Paper } from '../home/papers.tsx';
import { type Instant, showDay } from '../time.ts';

/** 11月12日・4機関・第5版 */
export function noteAbout(note: {
  updatedAt: Instant;
  organizations: number;
  edition: number;
  useful: number;
}): string {
  const day = showDay(note.updatedAt).replace(/（.）$/, '');
  return [
    day,
    note.organizations > 0 ? `${note.organizations}機関` : '',
    `第${note.edition}版`,
    note.useful > 0 ? `役に立った${note.useful}` : '',
  ]
    .filter(Boolean)
    .join('・');
}

/** A note as a card. */
export function notePaper(note: {
  slug: string;
  title: string;
  lead: string;
  programme: { name: string };
  updatedAt: Instant;
  organizations: number;
  edition: number;
  useful: number;
}): Paper {
  const { slug, title, lead, programme } = note;
  return { kicker: programme.name, href: `/notes/${slug}`, title, lead, about: noteAbout(note) };
}

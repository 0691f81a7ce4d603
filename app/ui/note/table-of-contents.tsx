import { Fold } from '../fold.tsx';

/** A heading of the note; `id` is its anchor. */
export type Heading = { id: string; title: string };

/** Nothing for a note that is read at a glance, that is, with fewer than three headings. */
export function TableOfContents({ headings }: { headings: Heading[] }) {
  if (headings.length < 3) return null;
  return (
    <Fold summary="もくじ" openWide className="c-toc toc">
      <nav aria-label="もくじ">
        <ol>
          {headings.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
    </Fold>
  );
}

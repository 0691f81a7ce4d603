import type { Author } from '../author.ts';
import { Seal } from '../seal.tsx';

export type Contributor = {
  author: Author;
  /** what of the note is theirs */
  part?: string;
};

/** Organizations whose answers a note was made of. */
export function Contributors({ contributors }: { contributors: Contributor[] }) {
  return (
    <ul className="folkline">
      {contributors.map(({ author, part }) => (
        <li key={`${author.organization} ${author.familyName}`}>
          <Seal familyName={author.familyName} />
          <span>
            {author.organization}
            {part && <small>{part}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

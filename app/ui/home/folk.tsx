import type { Author } from '../author.ts';
import { Seal } from '../seal.tsx';

export type Newcomer = { id: string; author: Author; introduction: string };

/** New members and how they introduce themselves. */
export function Folk({ newcomers }: { newcomers: Newcomer[] }) {
  return (
    <ul className="folk">
      {newcomers.map(({ id, author, introduction }) => (
        <li key={id}>
          <Seal familyName={author.familyName} />
          <div>
            <p>
              {author.organization} <b>{author.familyName}</b>
            </p>
            <p>{introduction}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

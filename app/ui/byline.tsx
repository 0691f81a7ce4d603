import type { Author } from './author.ts';
import { Moment } from './moment.tsx';
import { Seal } from './seal.tsx';
import type { Instant } from './time.ts';

/** How often a post was changed, and where its earlier versions are. */
export type Edited = { count: number; href: string };

type BylineProps = { author: Author; at: Instant; now: Date; edited: Edited | null };

export function Byline({ author, at, now, edited }: BylineProps) {
  return (
    <div className="byline">
      <Seal familyName={author.familyName} />
      <p>
        <span className="byline__who">
          <span>{author.organization}</span> {author.familyName}
        </span>
        <span className="byline__when">
          <Moment at={at} now={now} />
          {edited && <EditedLink edited={edited} />}
        </span>
      </p>
    </div>
  );
}

/** 「2回直しました」, leading to the history. */
export function EditedLink({ edited }: { edited: Edited }) {
  return (
    <a className="byline__edited" href={edited.href}>
      {edited.count}回直しました
    </a>
  );
}

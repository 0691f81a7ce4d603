import type { Author } from '../author.ts';
import { Seal } from '../seal.tsx';
import type { Instant } from '../time.ts';
import { TimeAgo } from '../time-ago.tsx';

type NewAnswerProps = {
  question: { id: string; title: string };
  answerId: string;
  /** the beginning of the answer, without markup */
  lead: string;
  author: Author;
  at: Instant;
  now: Date;
};

/** An answer to a question of the viewer; stands in a <ul>. */
export function NewAnswer({ question, answerId, lead, author, at, now }: NewAnswerProps) {
  const href = `/questions/${question.id}`;
  return (
    <li className="new">
      <Seal familyName={author.familyName} />
      <div>
        <p className="new__on">
          「<a href={href}>{question.title}</a>」へ
        </p>
        <blockquote>
          <a href={`${href}#answer-${answerId}`}>{lead}</a>
        </blockquote>
        <p className="q__meta">
          <span>
            {author.organization} {author.familyName}
          </span>
          <TimeAgo at={at} now={now} />
        </p>
      </div>
    </li>
  );
}

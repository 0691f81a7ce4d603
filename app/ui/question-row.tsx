import type { ReactNode } from 'react';
import type { Author } from './author.ts';
import { type Programme, ProgrammeLink, TagLink } from './label.tsx';
import { type PostState, StateMark } from './state-mark.tsx';
import type { Instant } from './time.ts';
import { TimeAgo } from './time-ago.tsx';

export type QuestionSummary = {
  id: string;
  title: string;
  /** the beginning of the text, without markup; two lines of it are shown */
  lead: ReactNode;
  state: PostState;
  answerCount: number;
  programme: Programme | null;
  tags: string[];
  author: Author;
  at: Instant;
};

type QuestionRowProps = QuestionSummary & {
  now: Date;
  /** h2 right under the page's title, h3 inside a section */
  heading?: 'h2' | 'h3';
  /** the place within the thread that the link leads to */
  anchor?: string;
  /** the title with parts of it marked */
  shownTitle?: ReactNode;
};

/** One question of a list; stands in an <ol>. */
export function QuestionRow({
  heading: Heading = 'h2',
  now,
  anchor,
  shownTitle,
  ...question
}: QuestionRowProps) {
  return (
    <li className="q">
      <p className="q__state">
        <StateMark state={question.state} />
        {question.answerCount > 0 && <span className="q__replies">回答 {question.answerCount}</span>}
        <TimeAgo at={question.at} now={now} />
      </p>
      <Heading className="q__title">
        <a href={`/questions/${question.id}${anchor ? `#${anchor}` : ''}`}>{shownTitle ?? question.title}</a>
      </Heading>
      {question.lead && <p className="q__lead">{question.lead}</p>}
      <p className="q__meta">
        {question.programme && <ProgrammeLink programme={question.programme} />}
        {question.tags.map((tag) => (
          <TagLink key={tag} tag={tag} />
        ))}
        <span>
          {question.author.organization} {question.author.familyName}
        </span>
      </p>
    </li>
  );
}

import type { Author } from '../author.ts';
import { Byline } from '../byline.tsx';
import { type Programme, ProgrammeLink, TagLink } from '../label.tsx';
import { Prose } from '../prose.tsx';
import { type PostState, StateMark } from '../state-mark.tsx';
import type { Instant } from '../time.ts';
import { type Reaction, ReactionAct } from './act.tsx';
import { Acts } from './acts.tsx';
import { After, type AfterProps } from './after.tsx';
import { HeldNotice } from './held-notice.tsx';
import { OwnerActs } from './owner-acts.tsx';
import type { PostPermissions, PostRef } from './permissions.ts';

type QuestionArticleProps = {
  id: string;
  title: string;
  state: PostState;
  answerCount: number;
  programme: Programme | null;
  tags: string[];
  author: Author;
  at: Instant;
  now: Date;
  /** rendered and sanitized; a text in the case form is a table already */
  html: string;
  same: Reaction;
  can: PostPermissions;
  after: Omit<AfterProps, 'now'> | null;
};

export function QuestionArticle({ id, now, html, can, after, ...question }: QuestionArticleProps) {
  const post: PostRef = { kind: 'question', id };
  return (
    <article aria-labelledby="question-title">
      <header className="ask-head">
        <p className="q__meta">
          <StateMark state={question.state} />
          <span>回答 {question.answerCount}</span>
        </p>
        <h1 id="question-title">{question.title}</h1>
        <p className="q__meta">
          {question.programme && <ProgrammeLink programme={question.programme} />}
          {question.tags.map((tag) => (
            <TagLink key={tag} tag={tag} />
          ))}
        </p>
        <Byline author={question.author} at={question.at} now={now} edited={can.edited} />
        {can.held && <HeldNotice held={can.held} />}
      </header>
      <Prose html={html} />
      <Acts post={post}>
        <ReactionAct reaction="same" state={question.same} canReact={can.canReact} />
        <OwnerActs post={post} can={can} />
      </Acts>
      {after && <After {...after} now={now} />}
    </article>
  );
}

import type { Author } from '../author.ts';
import { Byline } from '../byline.tsx';
import { Icon } from '../icon.tsx';
import { Prose } from '../prose.tsx';
import type { Instant } from '../time.ts';
import { type Reaction, ReactionAct } from './act.tsx';
import { Acts } from './acts.tsx';
import { type Comment, Comments } from './comments.tsx';
import { HeldNotice } from './held-notice.tsx';
import { HelpfulAct } from './helpful-act.tsx';
import { OwnerActs } from './owner-acts.tsx';
import type { PostPermissions, PostRef } from './permissions.ts';

type AnswerProps = {
  id: string;
  author: Author;
  at: Instant;
  now: Date;
  /** rendered and sanitized */
  html: string;
  /** The asker marked it; several of a thread may be. */
  helpful: boolean;
  thanks: Reaction;
  tries: Reaction;
  can: PostPermissions;
  comments: Comment[];
  /** the page for a comment */
  replyHref: string | null;
};

/** One answer; stands in an <ol className="answers">. Its anchor is `answer-<id>`. */
export function Answer({
  id,
  author,
  at,
  now,
  html,
  helpful,
  thanks,
  tries,
  can,
  comments,
  replyHref,
}: AnswerProps) {
  const post: PostRef = { kind: 'answer', id };
  return (
    <li className={helpful ? 'answer answer--chosen' : 'answer'} id={`answer-${id}`}>
      <article className="answer__in">
        <h3 className="vh">
          {author.organization} {author.familyName}さんの回答
        </h3>
        {helpful && (
          <p className="answer__chosen">
            <Icon name="done" />
            質問した人の役に立った回答
          </p>
        )}
        {can.held && <HeldNotice held={can.held} />}
        <Byline author={author} at={at} now={now} edited={can.edited} />
        <div className="answer__body">
          <Prose html={html} />
        </div>
        <Acts post={post}>
          {can.canMarkHelpful && <HelpfulAct helpful={helpful} />}
          <ReactionAct reaction="thanks" state={thanks} canReact={can.canReact} />
          <ReactionAct reaction="try" state={tries} canReact={can.canReact} />
          <OwnerActs post={post} can={can} />
        </Acts>
        <Comments comments={comments} now={now} />
        {replyHref && (
          <a className="act act--bare act--reply" href={replyHref}>
            <Icon name="talk" />
            返信する
          </a>
        )}
      </article>
    </li>
  );
}

import type { Author } from '../author.ts';
import { EditedLink } from '../byline.tsx';
import { Moment } from '../moment.tsx';
import { Prose } from '../prose.tsx';
import type { Instant } from '../time.ts';
import { HeldNotice } from './held-notice.tsx';
import { OwnerActs } from './owner-acts.tsx';
import type { PostPermissions } from './permissions.ts';

export type Comment = {
  id: string;
  author: Author;
  at: Instant;
  /** rendered and sanitized */
  html: string;
  can: PostPermissions;
};

/** The comments under an answer; nothing when there are none. Each has the anchor `comment-<id>`. */
export function Comments({ comments, now }: { comments: Comment[]; now: Date }) {
  if (comments.length === 0) return null;
  return (
    <ol className="comments" aria-label="この回答への返信">
      {comments.map(({ id, author, at, html, can }) => (
        <li key={id} className="comment" id={`comment-${id}`}>
          {can.held && <HeldNotice held={can.held} />}
          <p className="comment__by">
            <b>
              {author.organization} {author.familyName}
            </b>
            <Moment at={at} now={now} />
            {can.edited && <EditedLink edited={can.edited} />}
          </p>
          <Prose html={html} />
          <OwnerActs post={{ kind: 'comment', id }} can={can} />
        </li>
      ))}
    </ol>
  );
}

import type { Author } from '../author.ts';
import { StateMark } from '../state-mark.tsx';
import type { PostKind } from '../thread/permissions.ts';
import { REPORT_REASONS } from '../thread/report-reasons.ts';
import type { Instant } from '../time.ts';
import { TimeAgo } from '../time-ago.tsx';

type PendingPostProps = {
  kind: PostKind;
  id: string;
  status: 'waiting' | 'hidden';
  questionId: string;
  title: string;
  body: string;
  author: Author;
  at: Instant;
  disputed: Array<{ ruleId: string; passage: string }>;
  /** Whether the disputed words may be allowed for the whole network. */
  allowable: boolean;
  reports: Array<{
    reason: keyof typeof REPORT_REASONS;
    at: Instant;
    organization: string;
    familyName: string;
  }>;
  now: Date;
};

const NOUN: Record<PostKind, string> = { question: '質問', answer: '回答', comment: '返信' };

/** A post that waits for the desk, with what is disputed and the two ways to decide; stands in an <ol>. */
export function PendingPost({
  kind,
  id,
  status,
  questionId,
  title,
  body,
  author,
  at,
  disputed,
  allowable,
  reports,
  now,
}: PendingPostProps) {
  const words = [...new Set(disputed.map(({ passage }) => passage))];
  return (
    <li className="q">
      <p className="q__state">
        <StateMark state={status} />
        <TimeAgo at={at} now={now} />
      </p>
      <h3 className="q__title">
        <a href={`/questions/${questionId}`}>
          {NOUN[kind]}：{title}
        </a>
      </h3>
      <div>
        <p className="q__meta">
          {author.organization} {author.familyName}
        </p>
        {words.length > 0 && (
          <p>個人名ではないと伝えられたことば：{words.map((word) => `「${word}」`).join('')}</p>
        )}
        {reports.map(({ reason, at: reportedAt, organization, familyName }) => (
          <p key={organization + familyName}>
            報告：{REPORT_REASONS[reason]}（{organization} {familyName}さん・
            <TimeAgo at={reportedAt} now={now} />）
          </p>
        ))}
        <blockquote className="ctx ctx--lines">{body}</blockquote>
        <form method="post" className="mt8">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          {allowable && (
            <p className="small quiet" id={`${id}-allow`}>
              「これからも認めて公開する」を選ぶと、だれの投稿でも、このことばを指摘しなくなります。
            </p>
          )}
          <div className="btns">
            <button className="btn btn--line" type="submit" name="intent" value="release">
              {words.length > 0 ? '今回だけ認めて公開する' : 'また公開する'}
            </button>
            {words.length > 0 && (
              <button
                className="btn btn--line"
                type="submit"
                name="intent"
                value="allow"
                aria-describedby={`${id}-allow`}
              >
                これからも認めて公開する
              </button>
            )}
            <a className="btn btn--danger" href={`/desk/posts/${kind}/${id}/reject`}>
              公開せずに削除する
            </a>
          </div>
        </form>
      </div>
    </li>
  );
}

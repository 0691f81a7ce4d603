import type { ReactNode } from 'react';
import type { AdvanceQuestion } from '#app/domain/meetings/advance-questions.server.ts';
import { Section } from '../section.tsx';

type AdvanceSectionProps = {
  slug: string;
  questions: AdvanceQuestion[];
  /** ids that the reader wants to hear of */
  voted: string[];
  /** null for those who may only read */
  viewerId: string | null;
  isDesk: boolean;
  children?: ReactNode;
};

/** 事前質問: what was asked, most wanted first. */
export function AdvanceSection({ slug, questions, voted, viewerId, isDesk, children }: AdvanceSectionProps) {
  return (
    <Section id="advance" title="事前質問" count={`${questions.length}件`}>
      <ol>
        {questions.map(({ id, body, groupNo, author, authorId, votes }) => (
          <li key={id} className="advance">
            <p>{body}</p>
            <p className="q__meta">
              <span>{groupNo === null ? '全体へ' : `グループ${groupNo}へ`}</span>
              <span>
                {author.organization} {author.familyName}
              </span>
              <span>聞きたい {votes}</span>
            </p>
            {viewerId !== null && (
              <form method="post" action={`/meetings/${slug}/advance`} className="btns">
                <input type="hidden" name="id" value={id} />
                <button
                  className="btn btn--line btn--s"
                  type="submit"
                  name="intent"
                  value={voted.includes(id) ? 'unvote' : 'vote'}
                  aria-pressed={voted.includes(id)}
                >
                  聞きたい<span className="vh">（{body.slice(0, 20)}）</span>
                </button>
                {(authorId === viewerId || isDesk) && (
                  <button className="btn btn--quiet btn--s" type="submit" name="intent" value="delete">
                    消す<span className="vh">（{body.slice(0, 20)}）</span>
                  </button>
                )}
              </form>
            )}
          </li>
        ))}
      </ol>
      {children}
    </Section>
  );
}

import { Crumbs } from '../crumbs.tsx';
import { Notice } from '../notice.tsx';
import { PageHead } from '../page-head.tsx';
import type { PostKind } from './permissions.ts';

type SurePageProps = {
  deed: 'delete' | 'report';
  kind: PostKind;
  id: string;
  /** too late to take one's own post back */
  late: boolean;
  questionId: string;
  title: string;
  body: string;
};

const NOUN: Record<PostKind, string> = { question: '質問', answer: '回答', comment: '返信' };

/** Asks once more before a post goes out of sight. */
export function SurePage({ deed, kind, id, late, questionId, title, body }: SurePageProps) {
  const noun = NOUN[kind];
  const thread = `/questions/${questionId}`;
  const back = kind === 'question' ? thread : `${thread}#${kind}-${id}`;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '質問', href: '/questions' },
          { label: title, href: back },
        ]}
      />
      <PageHead
        title={deed === 'delete' ? `この${noun}を削除しますか` : `この${noun}を報告しますか`}
        lead={
          deed === 'delete'
            ? '元にはもどせません。直すだけなら「直す」を使ってください。'
            : '個人が分かりそうなことが書かれていたら、知らせてください。すぐに隠れ、事務局が確かめます。'
        }
      />
      <blockquote className="ctx">{body}</blockquote>
      {late ? (
        <Notice kind="warn" title="ご自分で消せるのは、投稿から1時間までです">
          <p>消したいときは、事務局にお知らせください。</p>
        </Notice>
      ) : (
        <form method="post" action={`${thread}?index`} className="btns mt24">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          <button className="btn btn--danger" type="submit" name="intent" value={deed}>
            {deed === 'delete' ? '削除する' : '隠して、事務局に知らせる'}
          </button>
          <a className="btn btn--quiet" href={back}>
            やめる
          </a>
        </form>
      )}
    </div>
  );
}

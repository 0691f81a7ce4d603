import { Check } from '../check.tsx';
import { Crumbs } from '../crumbs.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { FieldSet } from '../field.tsx';
import { Notice } from '../notice.tsx';
import { PageHead } from '../page-head.tsx';
import type { PostKind } from './permissions.ts';
import { REPORT_REASONS } from './report-reasons.ts';

type Deed = 'delete' | 'report' | 'reject';

type SurePageProps = {
  deed: Deed;
  kind: PostKind;
  id: string;
  /** too late to take one's own post back, or the desk let through what this member reported */
  barred: keyof typeof BARRED | null;
  /** sent without the reason for a report */
  missing: boolean;
  questionId: string;
  title: string;
  body: string;
};

const NOUN: Record<PostKind, string> = { question: '質問', answer: '回答', comment: '返信' };

const BARRED = {
  late: {
    title: 'ご自分で消せるのは、投稿から1時間までです',
    text: '消したいときは、事務局にお知らせください。',
  },
  decided: {
    title: '前のお知らせを受けて、事務局が確かめました',
    text: 'そのうえで公開しています。まだ気になるときは、事務局に直接お知らせください。',
  },
};

const NO_REASON = '理由を、一つ選んでください';

const WORDS: Record<Deed, { asks: string; lead: string; button: string }> = {
  delete: {
    asks: 'を削除しますか',
    lead: '元にはもどせません。直すだけなら「直す」を使ってください。',
    button: '削除する',
  },
  report: {
    asks: 'を報告しますか',
    lead: '個人が分かりそうなことが書かれていたら、知らせてください。すぐに隠れ、事務局が確かめます。',
    button: '隠して、事務局に知らせる',
  },
  reject: {
    asks: 'を、公開せずに削除しますか',
    lead: '元にはもどせません。書いた人には、公開できなかったことをお知らせします。',
    button: '公開せずに削除する',
  },
};

/** Asks once more before a post goes out of sight. */
export function SurePage({ deed, kind, id, barred, missing, questionId, title, body }: SurePageProps) {
  const { asks, lead, button } = WORDS[deed];
  const thread = `/questions/${questionId}`;
  const atDesk = deed === 'reject';
  const place = kind === 'question' ? thread : `${thread}#${kind}-${id}`;
  const back = atDesk ? '/desk' : place;
  return (
    <div className="narrow">
      <Crumbs
        steps={
          atDesk
            ? [{ label: '事務局デスク', href: '/desk' }]
            : [
                { label: '質問', href: '/questions' },
                { label: title, href: back },
              ]
        }
      />
      <PageHead title={`この${NOUN[kind]}${asks}`} lead={lead} />
      {missing && (
        <ErrorSummary title="まだ知らせていません" errors={[{ field: 'reason', message: NO_REASON }]} />
      )}
      {deed !== 'report' && kind === 'answer' && <p className="mb">ほかの方の返信は、そのまま残ります。</p>}
      <blockquote className="ctx ctx--lines">{body}</blockquote>
      {barred ? (
        <div className="mt24">
          <Notice kind="warn" title={BARRED[barred].title}>
            <p>{BARRED[barred].text}</p>
          </Notice>
        </div>
      ) : (
        <form method="post" action={atDesk ? '/desk?index' : `${thread}?index`} className="mt24">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          {deed === 'report' && (
            <FieldSet
              name="reason"
              label="どんなところが気になりましたか"
              required
              wrong={missing ? NO_REASON : undefined}
            >
              {Object.entries(REPORT_REASONS).map(([reason, label]) => (
                <Check key={reason} type="radio" name="reason" value={reason} label={label} />
              ))}
            </FieldSet>
          )}
          <div className="btns mt24">
            <button className="btn btn--danger" type="submit" name="intent" value={deed}>
              {button}
            </button>
            <a className="btn btn--quiet" href={back}>
              やめる
            </a>
          </div>
        </form>
      )}
    </div>
  );
}

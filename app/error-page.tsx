import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import type { ErrorFacts } from './http/require-member.server.ts';
import { usePageContext } from './page-context.tsx';
import { KeptText } from './ui/kept-text.tsx';

const TEXTS: Record<number, [heading: string, advice: string]> = {
  400: ['うまく受け取れませんでした', '前のページを開き直して、もう一度お試しください。'],
  401: [
    'ログインが切れていました',
    'まだ送られていません。下の文章を写してから、ログインし直して、もう一度送ってください。',
  ],
  403: ['このページは開けません', '事務局だけのページか、あなたの立場ではできない操作です。'],
  404: [
    'ページが見つかりません',
    '消されたか、まだ公開されていないか、アドレスがちがうようです。質問の一覧か検索から探してみてください。',
  ],
  405: ['この操作はできません', '前のページを開き直して、もう一度お試しください。'],
  503: [
    'いま、こみあっています',
    'ログインやパスワードの手続きが重なっています。まだ何も変わっていません。一分ほど待ってから、もう一度お試しください。',
  ],
  409: ['先に変わっていました', '前のページを開き直して、いまの様子を確かめてください。'],
};
const BROKEN: [string, string] = [
  'うまく表示できませんでした',
  '少し待ってから、もう一度お試しください。続くときは、下の番号を事務局にお知らせください。',
];

/** What went wrong, in words, with what was typed and a number that is in the log. Never a stack trace. */
export function ErrorPage() {
  const error = useRouteError();
  const { requestId } = usePageContext();
  const response = isRouteErrorResponse(error) ? error : undefined;
  const [heading, advice] = (response && TEXTS[response.status]) ?? BROKEN;
  const { kept, reason } = (response?.data ?? {}) as ErrorFacts;
  return (
    <div className="narrow">
      <title>{`${heading}｜つながり`}</title>
      <div className="pagehead">
        <h1>{heading}</h1>
        <p>{reason ?? advice}</p>
      </div>
      {kept && <KeptText {...kept} />}
      <div className="btns mt24">
        {response?.status === 401 ? (
          <a className="btn" href="/login">
            ログインする
          </a>
        ) : (
          <a className="btn" href="/">
            ホームへもどる
          </a>
        )}
        {response?.status === 404 && (
          <a className="btn btn--line" href="/search">
            検索する
          </a>
        )}
      </div>
      <p className="small quiet mt24">
        番号 <span className="num">{requestId}</span>
      </p>
    </div>
  );
}

import { Notice } from '../notice.tsx';
import { showTimeAgo } from '../time.ts';

type RecheckProgressProps = {
  askedAt: string;
  total: number;
  checked: number;
  failed: number;
  finishedAt: string | null;
  now: Date;
};

/** How far the walk over everything posted is. */
export function RecheckProgress({ askedAt, total, checked, failed, finishedAt, now }: RecheckProgressProps) {
  // Posts may come and go while it walks.
  const all = Math.max(total, checked);
  return (
    <>
      {finishedAt ? (
        <p>
          {checked}件の確かめ直しが終わりました（{showTimeAgo(finishedAt, now)}）。
        </p>
      ) : (
        <>
          <p>
            <label htmlFor="recheck">
              {all}件のうち{checked}件を確かめました（{showTimeAgo(askedAt, now)}に始めました）。
            </label>
          </p>
          <progress id="recheck" className="recheck" max={all} value={checked} />
          <p className="small quiet">
            裏で進んでいます。ページを離れてもかまいません。開き直すと、いまの様子が出ます。
          </p>
        </>
      )}
      {failed > 0 && (
        <Notice kind="warn" title={`確かめられなかった投稿が${failed}件あります`}>
          <p>サイトを動かしている方に知らせてください。</p>
        </Notice>
      )}
    </>
  );
}

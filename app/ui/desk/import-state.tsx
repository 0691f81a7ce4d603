import { Fold } from '../fold.tsx';

type ImportStateProps = {
  talks: number;
  checked: number;
  known: number;
  leftOut: number;
  unknown: Array<{ line: number; text: string }>;
};

/** How far the check of an import is, and what of the file did not become a message. */
export function ImportState({ talks, checked, known, leftOut, unknown }: ImportStateProps) {
  const aside = [
    known > 0 && `前に取り込んだもの${known}件`,
    leftOut > 0 && `スタンプ・写真・入室のお知らせなど${leftOut}件`,
  ].filter(Boolean);
  return (
    <>
      {checked < talks && (
        <>
          <p>
            <label htmlFor="checked">
              やりとり{talks}件のうち{checked}件を、匿名化チェックにかけました。
            </label>
          </p>
          <progress id="checked" className="recheck" max={talks} value={checked} />
          <p className="small quiet">
            裏で進んでいます。ページを離れてもかまいません。開き直すと、いまの様子が出ます。
          </p>
        </>
      )}
      {aside.length > 0 && <p className="small quiet">取り込まなかったもの：{aside.join('、')}</p>}
      {unknown.length > 0 && (
        <Fold summary={`読み取れなかった行が${unknown.length}行あります`} icon="warn">
          <ul>
            {unknown.map(({ line, text }) => (
              <li key={line}>
                {line}行目：{text}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

import { Icon } from '../icon.tsx';
import { type Instant, showDate } from '../time.ts';

type VerifiedProps = {
  /** when somebody last made sure that it still holds */
  verifiedAt: Instant;
  edition: number;
  historyHref: string;
  editHref: string | null;
};

/** Under a note's title: how old it is, and its earlier editions. */
export function Verified({ verifiedAt, edition, historyHref, editHref }: VerifiedProps) {
  return (
    <div className="verify">
      <span>
        <Icon name="shield" />
        最後に確かめた日
        <b>
          <time dateTime={verifiedAt}>{showDate(verifiedAt)}</time>
        </b>
      </span>
      <span>第{edition}版</span>
      <a className="noprint" href={historyHref}>
        履歴
      </a>
      {editHref && (
        <a className="noprint" href={editHref}>
          直す
        </a>
      )}
    </div>
  );
}

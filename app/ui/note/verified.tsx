import { Icon } from '../icon.tsx';
import { type Instant, showDate } from '../time.ts';

type VerifiedProps = {
  /** when somebody last made sure that it still holds */
  verifiedAt: Instant;
  edition: number;
  /** null for visitors */
  keeper: { organization: string; familyName: string } | null;
  /** told to members: anybody can read it */
  isPublic: boolean;
  historyHref: string | null;
  editHref: string | null;
  editLabel: string;
};

/** Under a note's title: how old it is, who keeps it, and its earlier editions. */
export function Verified(props: VerifiedProps) {
  const { verifiedAt, edition, keeper, isPublic, historyHref, editHref, editLabel } = props;
  return (
    <div className="verify">
      <span>
        <Icon name="shield" />
        確認した日
        <b>
          <time dateTime={verifiedAt}>{showDate(verifiedAt)}</time>
        </b>
      </span>
      <span>第{edition}版</span>
      {keeper && (
        <span>
          受け持ち：{keeper.organization} {keeper.familyName}
        </span>
      )}
      {isPublic && <span>だれでも読めます</span>}
      {historyHref && (
        <a className="noprint" href={historyHref}>
          履歴
        </a>
      )}
      {editHref && (
        <a className="noprint" href={editHref}>
          {editLabel}
        </a>
      )}
    </div>
  );
}

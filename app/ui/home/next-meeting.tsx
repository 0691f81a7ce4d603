import { BigDate } from '../big-date.tsx';
import { Boxed } from '../boxed.tsx';
import { type Fact, Facts } from '../facts.tsx';
import { Icon } from '../icon.tsx';
import type { Instant } from '../time.ts';

type NextMeetingProps = {
  href: string;
  title: string;
  startsAt: Instant;
  endsAt: Instant | null;
  /** 申し込み済みです, with a smaller line: 第1希望：家計改善と債務 */
  signedUp: { note?: string } | null;
  facts: Fact[];
  act: { href: string; label: string } | null;
};

export function NextMeeting({ href, title, startsAt, endsAt, signedUp, facts, act }: NextMeetingProps) {
  return (
    <Boxed id="next-meeting" kicker="次の情報交換会" title={<a href={href}>{title}</a>}>
      <BigDate startsAt={startsAt} endsAt={endsAt} />
      {signedUp && (
        <p className="state state--ok">
          <Icon name="done" />
          <span>
            申し込み済みです
            {signedUp.note && <small>{signedUp.note}</small>}
          </span>
        </p>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
      {act && (
        <a className="btn btn--line btn--wide" href={act.href}>
          {act.label}
        </a>
      )}
    </Boxed>
  );
}

import { Icon } from '../icon.tsx';
import type { Instant } from '../time.ts';
import { TimeAgo } from '../time-ago.tsx';

export type AfterProps = {
  /** plain sentences */
  text: string;
  familyName: string;
  at: Instant;
  now: Date;
};

/** その後: what came of it, told by the asker. */
export function After({ text, familyName, at, now }: AfterProps) {
  return (
    <section className="after" id="after" aria-labelledby="after-title">
      <h2 id="after-title">
        <Icon name="done" />
        その後
      </h2>
      {text.split(/\n+/).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="small quiet">
        {familyName}・<TimeAgo at={at} now={now} />
        　解決済みにしました
      </p>
    </section>
  );
}

import { Fold } from '../fold.tsx';
import { Icon } from '../icon.tsx';

type RecheckHitProps = {
  id: string;
  ruleId: string;
  /** What the rule is called. */
  rule: string;
  before: string;
  passage: string;
  after: string;
  title: string;
  href: string;
  /** Position in the list; makes ids unique. */
  number: number;
  /** A reason that was not taken, and what to do about it. */
  refused?: { reason: string; wrong: string };
};

/** A passage that a recheck found, and the two ways to decide; stands in an <ol>. */
export function RecheckHit({
  id,
  ruleId,
  rule,
  before,
  passage,
  after,
  title,
  href,
  number,
  refused,
}: RecheckHitProps) {
  const field = hitField(number);
  return (
    <li className="recheck-hit">
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <p className="small quiet">{rule}</p>
      <blockquote className="ctx">
        {before && `…${before}`}
        <mark>{passage}</mark>
        {after && `${after}…`}
      </blockquote>
      <form method="post" className="mt8">
        <input type="hidden" name="id" value={id} />
        <button className="btn btn--danger btn--s" type="submit" name="intent" value="hide">
          隠す<span className="vh">（{title}）</span>
        </button>
      </form>
      <Fold summary="このままでよい" icon="done" open={refused !== undefined}>
        <form method="post">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="ruleId" value={ruleId} />
          <input type="hidden" name="passage" value={passage} />
          <div className="field">
            <label className="field__label" htmlFor={field}>
              「{passage}」がこのままでよい理由
              <span className="req">必須</span>
            </label>
            {refused && (
              <p className="wrong" id={`${field}-wrong`}>
                <Icon name="stop" />
                <span>{refused.wrong}</span>
              </p>
            )}
            <input
              type="text"
              id={field}
              name="reason"
              defaultValue={refused?.reason}
              aria-required
              aria-invalid={refused ? true : undefined}
              aria-describedby={refused ? `${field}-wrong` : undefined}
            />
          </div>
          <div className="btns">
            <button className="btn btn--line btn--s" type="submit" name="intent" value="keep">
              このままにする<span className="vh">（「{passage}」）</span>
            </button>
          </div>
        </form>
      </Fold>
    </li>
  );
}

/** Id of the box for the reason of the hit at a position. */
export const hitField = (number: number): string => `reason-${number}`;

import { Icon, type IconName } from '../icon.tsx';

export type ReactionName = 'same' | 'thanks' | 'try';

/** How many gave this reaction, and whether the viewer is one of them. */
export type Reaction = { count: number; mine: boolean };

type ReactionActProps = { reaction: ReactionName; state: Reaction; canReact: boolean };

const REACTIONS: Record<ReactionName, { icon: IconName; label: string }> = {
  same: { icon: 'same', label: 'うちも同じ' },
  thanks: { icon: 'heart', label: '助かりました' },
  try: { icon: 'try', label: 'やってみる' },
};

/** A reaction that is given and taken back by the same button; a plain count for whom it is not open. */
export function ReactionAct({ reaction, state, canReact }: ReactionActProps) {
  const { icon, label } = REACTIONS[reaction];
  const words = (
    <>
      <Icon name={icon} />
      {label} {state.count > 0 && <b>{state.count}</b>}
    </>
  );
  if (!canReact) return state.count > 0 ? <span className="act act--count">{words}</span> : null;
  return (
    <button
      className="act"
      type="submit"
      name="intent"
      value={state.mine ? `${reaction}-off` : reaction}
      aria-pressed={state.mine}
    >
      {words}
    </button>
  );
}

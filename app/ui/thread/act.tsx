import { Icon, type IconName } from '../icon.tsx';
import type { PostRef } from './permissions.ts';
import { PostFields } from './post-fields.tsx';

export type ReactionName = 'same' | 'thanks' | 'try';

/** How many gave this reaction, and whether the viewer is one of them. */
export type Reaction = { count: number; mine: boolean };

type ReactionActProps = { post: PostRef; reaction: ReactionName; state: Reaction; canReact: boolean };

const REACTIONS: Record<ReactionName, { icon: IconName; label: string }> = {
  same: { icon: 'same', label: 'うちも同じ' },
  thanks: { icon: 'heart', label: '助かりました' },
  try: { icon: 'try', label: 'やってみる' },
};

/** A reaction that is given and taken back by the same button; a plain count for whom it is not open. */
export function ReactionAct({ post, reaction, state, canReact }: ReactionActProps) {
  const { icon, label } = REACTIONS[reaction];
  const words = (
    <>
      <Icon name={icon} />
      {label} {state.count > 0 && <b>{state.count}</b>}
    </>
  );
  if (!canReact) return state.count > 0 ? <span className="act act--count">{words}</span> : null;
  return (
    <form method="post">
      <PostFields intent="react" post={post} />
      <input type="hidden" name="reaction" value={reaction} />
      <input type="hidden" name="on" value={state.mine ? '0' : '1'} />
      <button className="act" type="submit" aria-pressed={state.mine}>
        {words}
      </button>
    </form>
  );
}

import type { SignupStatus } from '#db/schema.ts';
import { Icon } from '../icon.tsx';
import { Notice } from '../notice.tsx';

type SignupStateProps = {
  own: { status: SignupStatus; waitingAs: number | null; attended: boolean };
  /** where it is held online, for those with a place */
  onlineUrl?: string;
};

/** How somebody stands to a meeting: a place, a place in the line, or neither. */
export function SignupState({ own, onlineUrl }: SignupStateProps) {
  if (own.status === 'cancelled') return <Notice kind="info" title="申し込みは取り消しました" />;
  if (own.status === 'waiting')
    return (
      <Notice kind="warn" title={`定員に達しているため、${own.waitingAs}番目で空きを待っています`}>
        <p>空きが出ると自動で繰り上がり、お知らせします。</p>
      </Notice>
    );
  return (
    <p className="state state--ok">
      <Icon name="done" />
      <span>
        {own.attended ? '受付を済ませました' : '申し込み済みです'}
        {onlineUrl && (
          <small>
            オンラインの入口：<a href={onlineUrl}>{onlineUrl}</a>
          </small>
        )}
      </span>
    </p>
  );
}

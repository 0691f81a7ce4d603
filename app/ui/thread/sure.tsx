import { Icon, type IconName } from '../icon.tsx';
import type { PostRef } from './permissions.ts';
import { type Intent, PostFields } from './post-fields.tsx';

type SureProps = {
  intent: Intent;
  post: PostRef;
  icon: IconName;
  label: string;
  question: string;
  button: string;
};

/** An act that cannot be taken back in one click: opening it shows the question, a button in it does it. */
export function Sure({ intent, post, icon, label, question, button }: SureProps) {
  return (
    <details className="sure">
      <summary className="act act--bare">
        <Icon name={icon} />
        {label}
      </summary>
      <form method="post" className="sure__body">
        <PostFields intent={intent} post={post} />
        <p>{question}</p>
        <button className="btn btn--danger btn--s" type="submit">
          {button}
        </button>
      </form>
    </details>
  );
}

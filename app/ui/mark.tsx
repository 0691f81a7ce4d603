import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type MarkProps = {
  kind: 'open' | 'talk' | 'done' | 'warn' | 'error' | 'plain';
  icon: IconName;
  children: ReactNode;
};

/** The state of a question, a meeting or a post. Not for tags. */
export function Mark({ kind, icon, children }: MarkProps) {
  return (
    <span className={`mark mark--${kind}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

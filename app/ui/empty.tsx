import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type EmptyProps = {
  icon: IconName;
  /** what is not here yet */
  title: string;
  /** why it is worth it */
  children: ReactNode;
  /** the next step; at most one */
  act?: { href: string; label: string; icon?: IconName };
};

/** In place of an empty list: what would be here, and what to do next. */
export function Empty({ icon, title, children, act }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty__title">{title}</p>
      <p>{children}</p>
      {act && (
        <a className="btn" href={act.href}>
          {act.icon && <Icon name={act.icon} />}
          {act.label}
        </a>
      )}
    </div>
  );
}

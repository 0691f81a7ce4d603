import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type FoldProps = {
  summary: string;
  icon?: IconName;
  open?: boolean;
  /** On a PC it is simply a section, where the browser can do that; elsewhere it stays a fold. */
  openWide?: boolean;
  className?: string;
  children: ReactNode;
};

/** Details behind a line; works without scripts. */
export function Fold({ summary, icon, open, openWide = false, className, children }: FoldProps) {
  const classes = ['fold', openWide ? 'fold--open-wide' : '', className ?? ''].filter(Boolean).join(' ');
  return (
    <details className={classes} open={open}>
      <summary>
        {icon && <Icon name={icon} />}
        {summary}
        <Icon name="down" />
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  );
}

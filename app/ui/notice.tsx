import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type NoticeKind = 'error' | 'warn' | 'ok' | 'info';

type NoticeProps = { kind: NoticeKind; title: string; children?: ReactNode };

const ICONS: Record<NoticeKind, IconName> = { error: 'stop', warn: 'warn', ok: 'done', info: 'info' };

/** A message that stays on the page. An error is read out at once, the others when there is a pause. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={`notice notice--${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} />
      <div>
        <p className="notice__title">{title}</p>
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}

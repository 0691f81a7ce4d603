import { Icon } from '../icon.tsx';

export type HealthItem = { ok: boolean; text: string };

/** しくみの調子: whether backups, search and mail are well. */
export function Health({ items }: { items: HealthItem[] }) {
  return (
    <ul className="health">
      {items.map(({ ok, text }) => (
        <li key={text} className={ok ? 'is-ok' : 'is-warn'}>
          <Icon name={ok ? 'done' : 'warn'} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

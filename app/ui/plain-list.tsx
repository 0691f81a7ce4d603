import { Icon, type IconName } from './icon.tsx';

export type PlainItem = {
  href: string;
  title: string;
  /** a second, smaller line */
  note?: string;
  icon?: IconName;
};

/** Links under each other: related notes, reports, the desk's pages. */
export function PlainList({ items }: { items: PlainItem[] }) {
  return (
    <ul className="plainlist">
      {items.map(({ href, title, note, icon }) => (
        <li key={`${href} ${title}`}>
          <a href={href}>
            {icon && <Icon name={icon} />}
            {title}
            {note && <small>{note}</small>}
          </a>
        </li>
      ))}
    </ul>
  );
}

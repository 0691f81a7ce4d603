import { Icon } from './icon.tsx';

/** A condition that holds; `href` is the page without it. */
export type Chip = { label: string; href: string };

/** The conditions of a list or a search, each to be taken off by itself. */
export function Chips({ chips }: { chips: Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="いまの条件">
      {chips.map(({ label, href }) => (
        <li key={href}>
          <a className="chip chip--on" href={href}>
            {label}
            <Icon name="x" />
            <span className="vh">を外す</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

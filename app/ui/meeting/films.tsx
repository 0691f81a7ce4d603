import { Icon } from '../icon.tsx';

/** A recording elsewhere; `length` as it is read: 28:14 */
export type Film = { href: string; title: string; length?: string };

export function Films({ films }: { films: Film[] }) {
  return (
    <ul className="films">
      {films.map(({ href, title, length }) => (
        <li key={href} className="film">
          <a href={href}>
            <span className="film__pic">
              <Icon name="play" />
              {length && <small>{length}</small>}
            </span>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

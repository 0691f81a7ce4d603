import { Icon } from './icon.tsx';

type PagerProps = {
  /** null at the first page */
  previousHref: string | null;
  /** null at the last page */
  nextHref: string | null;
  /** where one is: 128件のうち 21–40件 */
  label?: string;
};

/** Steps through a list by cursor, so it knows neighbours and no page numbers; nothing for a single page. */
export function Pager({ previousHref, nextHref, label }: PagerProps) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav className="pager" aria-label="ページ送り">
      <ul>
        {previousHref && (
          <li>
            <a href={previousHref} rel="prev">
              <Icon name="prev" />
              前のページ
            </a>
          </li>
        )}
        {label && <li className="pager__here">{label}</li>}
        {nextHref && (
          <li>
            <a href={nextHref} rel="next">
              次のページ
              <Icon name="next" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

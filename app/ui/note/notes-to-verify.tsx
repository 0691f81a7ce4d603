import { Icon } from '../icon.tsx';
import { type Instant, showDate } from '../time.ts';

type Asked = { slug: string; title: string; verifiedAt: Instant };

/** Notes that their keeper is asked about, each with the button that says that it still holds. */
export function NotesToVerify({ notes }: { notes: Asked[] }) {
  return (
    <ul className="to-verify">
      {notes.map(({ slug, title, verifiedAt }) => (
        <li key={slug}>
          <p>
            <a href={`/notes/${slug}`}>{title}</a>
            <small>確認した日：{showDate(verifiedAt)}</small>
          </p>
          <form method="post" action={`/notes/${slug}?index`} className="btns">
            <button className="btn btn--line btn--s" type="submit" name="intent" value="verify">
              <Icon name="shield" />
              今も正しい<span className="vh">：{title}</span>
            </button>
            <a className="btn btn--quiet btn--s" href={`/notes/${slug}/edit`}>
              直す<span className="vh">：{title}</span>
            </a>
          </form>
        </li>
      ))}
    </ul>
  );
}

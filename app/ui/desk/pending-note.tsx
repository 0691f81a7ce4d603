import type { Author } from '../author.ts';
import { StateMark } from '../state-mark.tsx';
import type { Instant } from '../time.ts';
import { TimeAgo } from '../time-ago.tsx';

type PendingNoteProps = {
  id: string;
  isEdit: boolean;
  title: string;
  author: Author;
  at: Instant;
  disputed: Array<{ passage: string }>;
  now: Date;
};

/** A note, or an edit of one, that waits for the desk; it is decided on its own page. Stands in an <ol>. */
export function PendingNote({ id, isEdit, title, author, at, disputed, now }: PendingNoteProps) {
  return (
    <li className="q">
      <p className="q__state">
        <StateMark state="waiting" />
        <TimeAgo at={at} now={now} />
      </p>
      <h3 className="q__title">
        <a href={`/notes/held/${id}`}>
          {isEdit ? 'ノートの直し' : 'ノート'}：{title}
        </a>
      </h3>
      <div>
        <p className="q__meta">
          {author.organization} {author.familyName}
        </p>
        <DisputedWords disputed={disputed} />
        <p>
          <a className="btn btn--line" href={`/notes/held/${id}`}>
            読んで決める<span className="vh">（{title}）</span>
          </a>
        </p>
      </div>
    </li>
  );
}

/** The words that their author says name nobody. */
export function DisputedWords({ disputed }: { disputed: Array<{ passage: string }> }) {
  const words = [...new Set(disputed.map(({ passage }) => passage))];
  return <p>個人名ではないと伝えられたことば：{words.map((word) => `「${word}」`).join('')}</p>;
}

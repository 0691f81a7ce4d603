import { showDate } from '../time.ts';

export type DecidedItem = {
  /** The word or number, as it is taken out again. */
  name: string;
  /** Whose number it is. */
  note?: string;
  who: { organization: string; familyName: string } | null;
  at: string;
  reason: string;
};

type DecidedListProps = {
  items: DecidedItem[];
  /** The change that takes one out, and the field that names it. */
  removal: { what: string; field: string };
};

/** What the desk has added to the check, each with who, when and why, and the button that takes it out. */
export function DecidedList({ items, removal }: DecidedListProps) {
  return (
    <ul className="decided">
      {items.map(({ name, note, who, at, reason }) => (
        <li key={name}>
          <div>
            <p>
              <b>{name}</b>
              {note && <span> {note}</span>}
            </p>
            {reason !== '' && <p className="small">{reason}</p>}
            <p className="small quiet">
              {who ? `${who.organization} ${who.familyName}` : 'はじめから'}・{showDate(new Date(at))}
            </p>
          </div>
          <form method="post">
            <input type="hidden" name="what" value={removal.what} />
            <input type="hidden" name={removal.field} value={name} />
            <button className="btn btn--quiet btn--s" type="submit" name="intent" value="preview">
              外す<span className="vh">（{name}）</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

import { Icon } from '../icon.tsx';

type NoteActsProps = {
  slug: string;
  useful: { count: number; mine: boolean };
  /** One's own note is for others to judge. */
  keeps: boolean;
  /** null for whom the settings are not open */
  settingsHref: string | null;
};

/** What a reader can do at the end of a note, each by a button that says it. */
export function NoteActs({ slug, useful, keeps, settingsHref }: NoteActsProps) {
  const words = (
    <>
      <Icon name="bulb" />
      役に立った {useful.count > 0 && <b>{useful.count}</b>}
    </>
  );
  return (
    <form method="post" action={`/notes/${slug}?index`} className="acts" id="acts">
      {!keeps && (
        <button
          className="act"
          type="submit"
          name="intent"
          value={useful.mine ? 'useful-off' : 'useful'}
          aria-pressed={useful.mine}
        >
          {words}
        </button>
      )}
      {keeps && useful.count > 0 && <span className="act act--count">{words}</span>}
      <button className="act" type="submit" name="intent" value="verify">
        <Icon name="shield" />
        今も正しい
      </button>
      {settingsHref && (
        <div className="acts__rest">
          <a className="act act--bare" href={settingsHref}>
            <Icon name="gear" />
            ノートの設定
          </a>
        </div>
      )}
    </form>
  );
}

import { Icon } from '../icon.tsx';

/** Id of the one form of the search page; filters and order stand elsewhere on the page and belong to it. */
export const SEARCH_FORM = 'search';

type SearchFormProps = {
  words: string;
  /** The kind of results that is open, kept while the words change. */
  kind: string | null;
  help: string;
};

/** The box; a plain GET form with `q`. */
export function SearchForm({ words, kind, help }: SearchFormProps) {
  return (
    <search>
      <form id={SEARCH_FORM} action="/search" method="get" className="searchform">
        {kind && <input type="hidden" name="kind" value={kind} />}
        <label className="vh" htmlFor="q">
          さがすことば
        </label>
        <input
          type="search"
          id="q"
          name="q"
          defaultValue={words}
          placeholder="例：灯油 年末"
          aria-describedby="q-help"
          aria-keyshortcuts="/"
          enterKeyHint="search"
        />
        <button className="btn" type="submit">
          <Icon name="search" />
          さがす
        </button>
      </form>
      <p className="help helpafter" id="q-help">
        {help}
      </p>
    </search>
  );
}

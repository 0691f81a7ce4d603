import { Icon } from '../icon.tsx';

export function SearchForm({ words }: { words: string }) {
  return (
    <search>
      <form action="/search" method="get" className="searchform">
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
          enterKeyHint="search"
        />
        <button className="btn" type="submit">
          <Icon name="search" />
          さがす
        </button>
      </form>
      <p className="help helpafter" id="q-help">
        質問・回答・ノートの中から探します。「住確」「生保」のような略語でも見つかります。
      </p>
    </search>
  );
}

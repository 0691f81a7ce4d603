import { Check } from './check.tsx';
import { Fold } from './fold.tsx';

type Choice = { value: string; label: string; count: number; chosen: boolean };

export type FilterProps = {
  words: string;
  programmes: Choice[];
  tags: Choice[];
  /** only the viewer's own questions */
  mine: boolean;
  /** kept while filtering: the tab, the order */
  keep: Array<{ name: string; value: string }>;
};

/** A plain GET form: q, programme (several), tag (several), mine=1. Stands first in `.cols--filter`. */
export function QuestionFilters({ words, programmes, tags, mine, keep }: FilterProps) {
  const filtering = words !== '' || mine || [...programmes, ...tags].some((choice) => choice.chosen);
  return (
    <form className="filters" action="/questions" method="get" aria-label="質問をしぼり込む">
      {keep.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Fold summary="しぼり込む" icon="search" openWide open={filtering} className="fold--all">
        <div className="field">
          <label className="field__label" htmlFor="q">
            ことばで探す
          </label>
          <input type="search" id="q" name="q" defaultValue={words} aria-describedby="q-help" />
          <p className="help helpafter" id="q-help">
            例：灯油、住確（略語でも探せます）
          </p>
        </div>
        <Choices legend="事業区分" name="programme" choices={programmes} />
        <Choices legend="タグ" name="tag" choices={tags} />
        <Check name="mine" value="1" defaultChecked={mine} label="自分の質問だけ" />
        <div className="btns">
          <button className="btn btn--line" type="submit">
            しぼり込む
          </button>
          <a className="btn btn--quiet" href="/questions">
            元にもどす
          </a>
        </div>
      </Fold>
    </form>
  );
}

function Choices({ legend, name, choices }: { legend: string; name: string; choices: Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <fieldset className="field filters__choices">
      <legend className="field__label">{legend}</legend>
      {choices.map(({ value, label, count, chosen }) => (
        <Check key={value} name={name} value={value} defaultChecked={chosen} label={label} count={count} />
      ))}
    </fieldset>
  );
}

import { Check } from '../check.tsx';
import { Fold } from '../fold.tsx';

type Choice = { value: string; label: string; count: number; chosen: boolean };

type NoteFiltersProps = {
  programmes: Choice[];
  tags: Choice[];
  /** 振興局 of the organizations that wrote */
  areas: Choice[];
  order: string;
};

/** A plain GET form: programme (several), tag, area (one each). Stands first in `.cols--filter`. */
export function NoteFilters({ programmes, tags, areas, order }: NoteFiltersProps) {
  const filtering = [...programmes, ...tags, ...areas].some((choice) => choice.chosen);
  return (
    <form className="filters" action="/notes" method="get" aria-label="ノートをしぼり込む">
      {order !== 'new' && <input type="hidden" name="order" value={order} />}
      <Fold summary="しぼり込む" icon="search" openWide open={filtering} className="fold--all">
        <Choices legend="事業区分" name="programme" type="checkbox" choices={programmes} />
        <Choices legend="タグ" name="tag" type="radio" choices={tags} />
        <Choices legend="書いた機関の地域" name="area" type="radio" choices={areas} />
        <div className="btns">
          <button className="btn btn--line" type="submit">
            しぼり込む
          </button>
          <a className="btn btn--quiet" href="/notes">
            元にもどす
          </a>
        </div>
      </Fold>
    </form>
  );
}

function Choices({
  legend,
  name,
  type,
  choices,
}: {
  legend: string;
  name: string;
  type: 'checkbox' | 'radio';
  choices: Choice[];
}) {
  if (choices.length === 0) return null;
  const any = !choices.some(({ chosen }) => chosen);
  return (
    <fieldset className="field filters__choices">
      <legend className="field__label">{legend}</legend>
      {type === 'radio' && <Check type="radio" name={name} value="" defaultChecked={any} label="どれでも" />}
      {choices.map(({ value, label, count, chosen }) => (
        <Check
          key={value}
          type={type}
          name={name}
          value={value}
          defaultChecked={chosen}
          label={label}
          count={count}
        />
      ))}
    </fieldset>
  );
}

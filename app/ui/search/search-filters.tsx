import { Check } from '../check.tsx';
import { Fold } from '../fold.tsx';
import { SEARCH_FORM } from './search-form.tsx';

type Choice = { value: string; label: string };

export type SearchFiltersProps = {
  programmes: Array<Choice & { chosen: boolean }>;
  areas: Choice[];
  area: string;
  periods: Choice[];
  period: string;
  /** Only where questions are among the results. */
  solved: boolean | null;
  /** Where all conditions are taken off. */
  clearHref: string;
};

/** Conditions of a search: programme (several), area, period, solved=1. Stands first in `.cols--filter`. */
export function SearchFilters({
  programmes,
  areas,
  area,
  periods,
  period,
  solved,
  clearHref,
}: SearchFiltersProps) {
  const any = area !== '' || period !== '' || solved === true || programmes.some(({ chosen }) => chosen);
  return (
    <section className="filters" aria-label="しぼり込み">
      <Fold summary="しぼり込む" icon="search" openWide className="fold--all">
        {solved !== null && (
          <Check
            form={SEARCH_FORM}
            name="solved"
            value="1"
            defaultChecked={solved}
            label="解決済みの質問だけ"
          />
        )}
        <Pick name="period" label="期間" first="いつでも" choices={periods} chosen={period} />
        {areas.length > 0 && (
          <Pick name="area" label="機関のエリア" first="どこでも" choices={areas} chosen={area} />
        )}
        <fieldset className="searchfilter">
          <legend className="field__label">事業区分</legend>
          {programmes.map(({ value, label, chosen }) => (
            <Check
              key={value}
              form={SEARCH_FORM}
              name="programme"
              value={value}
              defaultChecked={chosen}
              label={label}
            />
          ))}
        </fieldset>
        <div className="btns">
          <button className="btn btn--line" type="submit" form={SEARCH_FORM}>
            しぼり込む
          </button>
          {any && (
            <a className="btn btn--quiet" href={clearHref}>
              元にもどす
            </a>
          )}
        </div>
      </Fold>
    </section>
  );
}

type PickProps = { name: string; label: string; first: string; choices: Choice[]; chosen: string };

function Pick({ name, label, first, choices, chosen }: PickProps) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={name}>
        {label}
      </label>
      <select id={name} name={name} form={SEARCH_FORM} defaultValue={chosen}>
        <option value="">{first}</option>
        {choices.map(({ value, label: choice }) => (
          <option key={value} value={value}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  );
}

import { Select } from './field.tsx';

type Choice = { value: string; label: string };

export type OrganizationFilterProps = {
  areas: Choice[];
  kinds: Choice[];
  programmes: Choice[];
  chosen: { area: string; kind: string; programme: string };
};

/** A plain GET form: area, kind, programme; blank means all. */
export function OrganizationFilters({ areas, kinds, programmes, chosen }: OrganizationFilterProps) {
  const filtering = Object.values(chosen).some((value) => value !== '');
  return (
    <form className="org-filters" action="/organizations" method="get" aria-label="機関をしぼり込む">
      <Select name="area" label="地域" placeholder="すべて" options={areas} defaultValue={chosen.area} />
      <Select name="kind" label="種類" placeholder="すべて" options={kinds} defaultValue={chosen.kind} />
      <Select
        name="programme"
        label="事業区分"
        placeholder="すべて"
        options={programmes}
        defaultValue={chosen.programme}
      />
      <div className="btns">
        <button className="btn btn--line" type="submit">
          しぼり込む
        </button>
        {filtering && (
          <a className="btn btn--quiet" href="/organizations">
            元にもどす
          </a>
        )}
      </div>
    </form>
  );
}

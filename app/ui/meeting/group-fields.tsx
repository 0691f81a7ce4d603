import { Select, TextField } from '../field.tsx';

export type GroupRow = {
  no: number;
  theme: string;
  lead: string;
  least: number | string;
  most: number | string;
  /** Id of a member; empty for none. */
  facilitator: string;
};

type GroupFieldsProps = {
  rows: GroupRow[];
  facilitators: Array<{ value: string; label: string }>;
  wrong: Readonly<Record<string, string>>;
  /** By number: what stands now, where somebody else has changed it. */
  now: Readonly<Record<number, string>>;
};

/** The groups as the desk edits them: fields theme-n, lead-n, least-n, most-n, facilitator-n, by number. */
export function GroupFields({ rows, facilitators, wrong, now }: GroupFieldsProps) {
  return rows.map(({ no, theme, lead, least, most, facilitator }) => (
    <fieldset key={no} className="groupform">
      <legend>グループ{no}</legend>
      {now[no] && (
        <p className="help">
          いまは、こうなっています：<b>{now[no]}</b>
        </p>
      )}
      <TextField name={`theme-${no}`} label="テーマ" defaultValue={theme} wrong={wrong[`theme-${no}`]} />
      <TextField
        name={`lead-${no}`}
        label="どんなことを話すか"
        optional="なくてもかまいません"
        defaultValue={lead}
        wrong={wrong[`lead-${no}`]}
      />
      <div className="groupform__small">
        <TextField
          name={`least-${no}`}
          label="少なくとも"
          inputMode="numeric"
          defaultValue={least}
          wrong={wrong[`least-${no}`]}
        />
        <TextField name={`most-${no}`} label="多くても" inputMode="numeric" defaultValue={most} />
        <Select
          name={`facilitator-${no}`}
          label="進行役"
          placeholder="まだ決めない"
          options={facilitators}
          defaultValue={facilitator}
          wrong={wrong[`facilitator-${no}`]}
        />
      </div>
    </fieldset>
  ));
}

import { TextField } from '../field.tsx';

export type DateRow = { day: string; startsAt: string; endsAt: string };

/** The candidates as the desk types them: fields day-n, from-n, to-n. */
export function DateRows({ rows, wrong }: { rows: DateRow[]; wrong: Readonly<Record<string, string>> }) {
  return rows.map(({ day, startsAt, endsAt }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place in the form
    <fieldset key={index} className="daterow">
      <legend className="vh">候補{index + 1}</legend>
      <TextField
        name={`day-${index}`}
        type="date"
        label={`候補${index + 1}`}
        defaultValue={day}
        wrong={wrong[`day-${index}`]}
      />
      <TextField
        name={`from-${index}`}
        type="time"
        label="から"
        defaultValue={startsAt}
        wrong={wrong[`from-${index}`]}
      />
      <TextField
        name={`to-${index}`}
        type="time"
        label="まで"
        defaultValue={endsAt}
        wrong={wrong[`to-${index}`]}
      />
    </fieldset>
  ));
}

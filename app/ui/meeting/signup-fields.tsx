import type { SignupManner } from '#db/schema.ts';
import { Check } from '../check.tsx';
import { FieldSet, Select, TextField } from '../field.tsx';
import { MANNERS } from './manner.ts';
import { Wishes } from './wishes.tsx';

type SignupFieldsProps = {
  groups: Array<{ no: number; theme: string }>;
  programmes: Array<{ slug: string; name: string }>;
  said: { manner: SignupManner; years: number | null; programme: string | null; wishes: number[] };
};

/** What somebody who signs up may say; all of it can stay as it is. */
export function SignupFields({ groups, programmes, said }: SignupFieldsProps) {
  const [first = null, second = null, third = null] = said.wishes;
  return (
    <>
      {groups.length > 0 && <Wishes groups={groups} chosen={[first, second, third]} />}
      <MannerField manner={said.manner} />
      {groups.length > 0 && (
        <>
          <TextField
            name="years"
            label="相談の仕事の年数"
            optional="グループ分けに使います"
            inputMode="numeric"
            maxLength={4}
            defaultValue={said.years ?? ''}
          />
          <Select
            name="programme"
            label="おもな事業"
            optional="グループ分けに使います"
            placeholder="選ばない"
            options={programmes.map(({ slug, name }) => ({ value: slug, label: name }))}
            defaultValue={said.programme ?? ''}
          />
        </>
      )}
    </>
  );
}

export function MannerField({ manner }: { manner: SignupManner }) {
  return (
    <FieldSet name="manners" label="当日のようす">
      {MANNERS.map(({ value, label, note }) => (
        <Check
          key={value}
          type="radio"
          name="manner"
          value={value}
          label={label}
          note={note}
          defaultChecked={manner === value}
        />
      ))}
    </FieldSet>
  );
}

import type { RefObject } from 'react';
import { Wrong } from './wrong.tsx';

export function ProgrammeField(props: {
  id: string;
  programmes: ReadonlyArray<{ slug: string; name: string }>;
  initial: string;
  wrong: string | undefined;
  select: RefObject<HTMLSelectElement>;
  onChange(): void;
}) {
  const { id, wrong } = props;
  return (
    <div className="field half">
      <div className="composer__label">
        <label htmlFor={id}>
          事業区分<span className="req">必須</span>
        </label>
      </div>
      {wrong && <Wrong id={`${id}-wrong`} message={wrong} />}
      <select
        id={id}
        name="programme"
        defaultValue={props.initial}
        required
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        ref={props.select}
        onChange={props.onChange}
      >
        <option value="">選んでください</option>
        {props.programmes.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

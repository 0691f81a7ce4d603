import type { InputHTMLAttributes, ReactNode } from 'react';

type CheckProps = InputHTMLAttributes<HTMLInputElement> & {
  type?: 'checkbox' | 'radio';
  label: ReactNode;
  /** a second, smaller line */
  note?: string;
  /** how many there are of it */
  count?: number;
};

/** A box or a round choice with its words; the whole line can be tapped. */
export function Check({ type = 'checkbox', label, note, count, ...input }: CheckProps) {
  return (
    <label className="check">
      <input type={type} {...input} />
      <span>
        {label}
        {count !== undefined && <span className="check__count"> {count}</span>}
        {note && <small>{note}</small>}
      </span>
    </label>
  );
}

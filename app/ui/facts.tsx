import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode };

/** Short facts under each other: 場所, 申込み, 期限. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

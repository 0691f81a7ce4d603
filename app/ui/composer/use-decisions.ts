import { useState } from 'react';
import { type Decisions, NO_DECISIONS } from './decisions.ts';
import type { FindingActs } from './finding-detail.tsx';
import type { Numbered } from './standing.ts';

/**
 * What the author decides about findings: that one is none, or why it may stay.
 *
 * @param initial what a form that came back had decided
 * @param decided hears which finding a new decision is about
 */
export function useDecisions(
  initial: Decisions | undefined,
  decided: (item: Numbered, next: Decisions) => void,
) {
  const [decisions, set] = useState(initial ?? NO_DECISIONS);

  function decide(item: Numbered, changes: Partial<Decisions>) {
    const next = { ...decisions, ...changes };
    set(next);
    decided(item, next);
  }

  const acts: Pick<FindingActs, 'object' | 'keep'> = {
    object(item, objected) {
      const others = decisions.objections.filter((key) => key !== item.group.key);
      decide(item, { objections: objected ? [...others, item.group.key] : others });
    },
    keep(item, keep) {
      const others = decisions.keeps.filter(({ key }) => key !== item.group.key);
      decide(item, { keeps: keep ? [...others, { key: item.group.key, ...keep }] : others });
    },
  };
  return { decisions, set, acts };
}

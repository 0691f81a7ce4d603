import type { Candidate } from './engine.ts';
import type { Expression } from './expression.ts';

/** A look into the index for one query, narrowed by its filters. */
export interface Look {
  /**
   * Takes documents that fulfil an expression, the newest in the index first.
   *
   * @returns how many different documents have been taken by now
   */
  take(wanted: Expression, limit: number): Promise<number>;
  /** What was taken, each document once. */
  taken(): Promise<Candidate[]>;
}

/** A look into a store that answers with the documents themselves each time. */
export function lookBy(answer: (wanted: Expression, limit: number) => Promise<Candidate[]>): Look {
  const taken = new Map<string, Candidate>();
  return {
    async take(wanted, limit) {
      for (const candidate of await answer(wanted, limit)) taken.set(candidate.id, candidate);
      return taken.size;
    },
    async taken() {
      return [...taken.values()];
    },
  };
}

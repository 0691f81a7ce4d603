import { type List, lastOf, numbersThat } from './bits.ts';
import { type Expression, tokensIn } from './expression.ts';

/**
 * Reads lists, complete for documents from `since` on; without that, their newest parts and how far back those go.
 */
export type ReadLists = (tokens: readonly string[], since?: number) => Promise<Map<string, List>>;

/** The documents wanted may be rarer among older ones than they are among the newest. */
const MARGIN = 2;

/** Finds documents by the lists of their tokens, and reads of these no more than it takes. */
export class Reading {
  readonly #read: ReadLists;
  readonly #expected: () => readonly string[];
  readonly #lists = new Map<string, List>();

  /** @param expected tokens that will probably be asked for, so that one reading does for all */
  constructor(read: ReadLists, expected: () => readonly string[] = () => []) {
    this.#read = read;
    this.#expected = expected;
  }

  /** The newest documents that fulfil the first and not the second expression, the newest first. */
  async newest(wanted: Expression, unwanted: Expression | undefined, limit: number): Promise<number[]> {
    const tokens = new Set([wanted, ...(unwanted ? [unwanted] : [])].flatMap(tokensIn));
    const expected = this.#lists.size === 0 ? this.#expected() : [];
    await this.#more([...new Set([...tokens, ...expected])].filter((token) => !this.#lists.has(token)));
    for (;;) {
      const lists = new Map([...tokens].map((token) => [token, this.#lists.get(token)!]));
      const since = Math.max(1, ...[...lists.values()].map((list) => list.since));
      const { numbers, lowest } = numbersThat(wanted, unwanted, lists, limit);
      const known = numbers.filter((number) => number >= since).length;
      if (known === numbers.length) return numbers;
      // As far back as there should be enough if they are spread evenly, but not beyond what comes into question.
      const last = Math.max(...[...lists.values()].map(lastOf));
      const even = last - ((last - since) * limit * MARGIN) / known;
      const from = even > last / 2 ? Math.floor(even) : 1;
      await this.#more(
        [...tokens].filter((token) => lists.get(token)!.since > 1),
        Math.min(since - 1, Math.max(lowest, Math.min(from, numbers.at(-1)!))),
      );
    }
  }

  async #more(tokens: readonly string[], since?: number): Promise<void> {
    if (tokens.length === 0) return;
    for (const [token, list] of await this.#read(tokens, since)) this.#lists.set(token, list);
  }
}

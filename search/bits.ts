import type { Expression } from './expression.ts';
import { eachNumber, type Run } from './postings.ts';

/** The documents that hold a token, as far as it was read: of those below `since` it is not known. */
export interface List {
  /** The one with the highest numbers first. */
  runs: readonly Run[];
  since: number;
}

/**
 * Documents that fulfil the first and not the second expression, or of which that is not known.
 *
 * @param lists those of all tokens
 * @returns the highest so many of their numbers, the highest first, and a number close below all
 */
export function numbersThat(
  wanted: Expression,
  unwanted: Expression | undefined,
  lists: ReadonlyMap<string, List>,
  limit: number,
): { numbers: number[]; lowest: number } {
  let last = 0;
  for (const list of lists.values()) last = Math.max(last, lastOf(list));
  const words = Math.ceil(last / 32);
  const found = fulfilling(wanted, lists, words, true);
  const without = unwanted && fulfilling(unwanted, lists, words, false);
  if (without) for (let at = 0; at < words; at += 1) found[at]! &= ~without[at]!;
  const numbers: number[] = [];
  for (let at = words - 1; at >= 0 && numbers.length < limit; at -= 1) {
    let rest = found[at]!;
    while (rest !== 0 && numbers.length < limit) {
      const highest = 31 - Math.clz32(rest);
      numbers.push(at * 32 + highest + 1);
      rest &= ~(1 << highest);
    }
  }
  const first = found.findIndex((bits) => bits !== 0);
  return { numbers, lowest: first === -1 ? 0 : first * 32 + 1 };
}

/** The highest number on a list, 0 on an empty one. */
export function lastOf({ runs }: List): number {
  let last = 0;
  const newest = runs[0];
  if (newest) eachNumber(newest, (number) => (last = Math.max(last, number)));
  return last;
}

/** A bit for each number, so that conditions are joined 32 at a time. */
function fulfilling(
  expression: Expression,
  lists: ReadonlyMap<string, List>,
  words: number,
  whereUnknown: boolean,
): Uint32Array {
  const bits = new Uint32Array(words);
  if (typeof expression === 'string') {
    const { runs, since } = lists.get(expression)!;
    if (whereUnknown) fillUpTo(bits, Math.min(since - 1, words * 32));
    for (const run of runs)
      eachNumber(run, (number) => (bits[(number - 1) >>> 5]! |= 1 << ((number - 1) & 31)));
    return bits;
  }
  const isAll = 'all' in expression;
  const parts = (isAll ? expression.all : expression.any).map((one) =>
    fulfilling(one, lists, words, whereUnknown),
  );
  // What asks for nothing finds nothing.
  if (parts.length === 0) return bits;
  if (isAll) bits.fill(0xffffffff);
  for (const part of parts) {
    if (isAll) for (let at = 0; at < words; at += 1) bits[at]! &= part[at]!;
    else for (let at = 0; at < words; at += 1) bits[at]! |= part[at]!;
  }
  return bits;
}

function fillUpTo(bits: Uint32Array, number: number): void {
  bits.fill(0xffffffff, 0, number >>> 5);
  if (number & 31) bits[number >>> 5] = 2 ** (number & 31) - 1;
}

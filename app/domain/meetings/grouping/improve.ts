import { pairCosts, wishCost } from './costs.ts';
import type { GroupLimits, Problem } from './problem.ts';

/**
 * Moves one person, or lets two change places, as long as that costs less in all: the solver knows the wishes of each,
 * this also who sits with whom, which is a problem that has no quick exact answer. Always the best change for each
 * person in turn, so that the same people get the same groups.
 *
 * @param start index of the group for each person, within the limits
 * @param limits that can be kept; those of `groups` decide how much an area weighs
 */
export function improve(
  { people, groups, experience }: Problem,
  limits: readonly GroupLimits[],
  start: readonly number[],
): number[] {
  const n = people.length;
  const pair = pairCosts(people, groups, experience);
  const placed = [...start];
  const size = limits.map((_, g) => placed.filter((one) => one === g).length);
  /** What it costs that a person is in a group with those who are in it now: people × groups. */
  const cost = new Float64Array(n * limits.length);
  const at = (p: number, g: number) => p * limits.length + g;
  people.forEach((person, p) => {
    limits.forEach(({ no }, g) => {
      cost[at(p, g)] = wishCost(person, no);
    });
    placed.forEach((g, q) => {
      cost[at(p, g)] = (cost[at(p, g)] as number) + (pair[p * n + q] as number);
    });
  });
  const costs = (p: number, g: number) => cost[at(p, g)] as number;
  const move = (p: number, to: number) => {
    const from = placed[p] as number;
    for (let q = 0; q < n; q += 1) {
      const between = pair[p * n + q] as number;
      cost[at(q, from)] = costs(q, from) - between;
      cost[at(q, to)] = costs(q, to) + between;
    }
    placed[p] = to;
    size[from] = (size[from] as number) - 1;
    size[to] = (size[to] as number) + 1;
  };
  const free = people.flatMap(({ fixed }, p) => (fixed ? [] : [p]));
  const isFull = (g: number) => (size[g] as number) >= (limits[g] as GroupLimits).max;
  const isLeast = (g: number) => (size[g] as number) <= (limits[g] as GroupLimits).min;

  const bestChange = (p: number): { to: number; with: number | null } | undefined => {
    const from = placed[p] as number;
    const now = costs(p, from);
    let best: { to: number; with: number | null } | undefined;
    let gain = 0;
    if (!isLeast(from))
      for (let g = 0; g < limits.length; g += 1) {
        if (g === from || isFull(g) || now - costs(p, g) <= gain) continue;
        gain = now - costs(p, g);
        best = { to: g, with: null };
      }
    for (const q of free) {
      const there = placed[q] as number;
      if (there === from) continue;
      const between = 2 * (pair[p * n + q] as number);
      const less = now + costs(q, there) + between - costs(p, there) - costs(q, from);
      if (less <= gain) continue;
      gain = less;
      best = { to: there, with: q };
    }
    return best;
  };

  for (let changed = true; changed; ) {
    changed = false;
    // Each change lowers the sum of whole numbers, so there is an end.
    for (const p of free) {
      const change = bestChange(p);
      if (!change) continue;
      const from = placed[p] as number;
      move(p, change.to);
      if (change.with !== null) move(change.with, from);
      changed = true;
    }
  }
  return placed;
}

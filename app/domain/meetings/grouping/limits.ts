import type { BrokenLimit, GroupLimits, Person } from './problem.ts';

/**
 * The limits, or the nearest that can be kept: as anybody may be placed in any group, only sums and those who stay
 * where they are can break them. What is missing is spread over the groups.
 */
export function feasibleLimits(
  groups: readonly GroupLimits[],
  people: readonly Person[],
): { limits: GroupLimits[]; broken: BrokenLimit[] } {
  const broken: BrokenLimit[] = [];
  const fixed = (no: number) => people.filter((person) => person.fixed?.group === no).length;
  const limits = groups.map(({ no, min, max }) => {
    const staying = fixed(no);
    if (staying > max)
      broken.push({ code: 'too-many-fixed', group: no, max, fixed: staying, by: staying - max });
    const atMost = Math.max(max, staying);
    return { no, min: Math.min(min, atMost), max: atMost, staying };
  });
  const places = sum(limits.map(({ max }) => max));
  if (places < people.length) {
    const by = people.length - places;
    broken.push({ code: 'too-few-places', places, people: people.length, by });
    for (let more = 0; more < by; more += 1) least(limits, ({ max }) => max).max += 1;
  }
  // Those who stay fill their groups, whatever the least number of it.
  const wanted = () => sum(limits.map(({ min, staying }) => Math.max(min, staying)));
  const seats = wanted();
  if (seats > people.length) {
    broken.push({ code: 'too-few-people', places: seats, people: people.length, by: seats - people.length });
    while (wanted() > people.length)
      least(
        limits.filter(({ min, staying }) => min > staying),
        ({ min }) => -min,
      ).min -= 1;
  }
  return { limits: limits.map(({ no, min, max }) => ({ no, min, max })), broken };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The first of those with the least value. */
function least<T>(from: readonly T[], value: (one: T) => number): T {
  return from.reduce((best, one) => (value(one) < value(best) ? one : best));
}

import type { Experience, GroupLimits, Person } from './problem.ts';

/**
 * What is given up, in thousandths of a second wish instead of the first. Two colleagues in one group weigh more than
 * that and less than a third wish. Areas and experience together weigh less for one person than a wish, so that they
 * decide among equals.
 */
const OF_WISH = [0, 1000, 2500] as const;
const OF_NO_WISH = 10_000;
const OF_COLLEAGUES = 1200;
/** If everybody else in the group were from the same area, or of the wrong experience. */
const OF_AREA = 400;
const OF_EXPERIENCE = 500;

/** Up to two years, five, ten, and more. */
const BANDS = [2, 5, 10] as const;
const FARTHEST = BANDS.length;

const bandOf = (years: number | null) =>
  years === null ? null : ([...BANDS, Number.POSITIVE_INFINITY] as number[]).findIndex((to) => years <= to);

/** What it costs to place a person in a group; nothing anywhere for who wishes for nothing. */
export function wishCost({ wishes }: Person, group: number): number {
  if (wishes.length === 0) return 0;
  return OF_WISH[wishes.indexOf(group)] ?? OF_NO_WISH;
}

/** What it costs that two people sit in the same group, for each two: people × people. */
export function pairCosts(
  people: readonly Person[],
  groups: readonly GroupLimits[],
  experience: Experience,
): Int32Array {
  const others = Math.max(1, people.length / groups.length - 1);
  const ofArea = Math.round(OF_AREA / others);
  const ofExperience = Math.round(OF_EXPERIENCE / others);
  const bands = people.map(({ years }) => bandOf(years));
  const ofBands = (one: number | null | undefined, other: number | null | undefined) => {
    if (experience === 'any' || one == null || other == null) return 0;
    const apart = Math.abs(one - other) / FARTHEST;
    return Math.round(ofExperience * (experience === 'together' ? apart : 1 - apart));
  };
  const isShared = (one: string | null, other: string | null) => one !== null && one === other;
  const costs = new Int32Array(people.length * people.length);
  people.forEach((one, i) => {
    people.forEach((other, j) => {
      if (i === j) return;
      costs[i * people.length + j] =
        (isShared(one.organization, other.organization) ? OF_COLLEAGUES : 0) +
        (isShared(one.area, other.area) ? ofArea : 0) +
        ofBands(bands[i], bands[j]);
    });
  });
  return costs;
}

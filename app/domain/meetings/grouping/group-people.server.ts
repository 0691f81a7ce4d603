import { placeByWishes } from './by-wishes.server.ts';
import { explain } from './explain.ts';
import { improve } from './improve.ts';
import { feasibleLimits } from './limits.ts';
import type { Grouping, GroupLimits, Problem } from './problem.ts';

/**
 * Places people in groups: wishes first, within the limits, colleagues apart, areas mixed, experience as chosen. The
 * same people get the same groups in whatever order they come. Takes up to a second; see propose.server.ts.
 */
export async function groupPeople(problem: Problem): Promise<Grouping> {
  const known = new Set(problem.groups.map(({ no }) => no));
  // Of a group that is gone nobody can wish for anything, nor stay in it.
  const people = problem.people
    .map((person) => ({
      ...person,
      wishes: [...new Set(person.wishes)].filter((no) => known.has(no)),
      fixed: person.fixed && known.has(person.fixed.group) ? person.fixed : null,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (people.length === 0 || known.size === 0)
    return { placements: [], broken: [], limits: [...problem.groups] };
  const { limits, broken } = feasibleLimits(problem.groups, people);
  const start = await placeByWishes(people, limits);
  const placed = improve({ ...problem, people }, limits, start);
  const reasons = explain(people, limits, placed);
  return {
    placements: people.map(({ id }, p) => ({
      id,
      group: (limits[placed[p] as number] as GroupLimits).no,
      reasons: reasons[p] ?? [],
    })),
    broken,
    limits,
  };
}

import type { GroupLimits, Person, Reason } from './problem.ts';

/** Why each person is where they are, in the order of the people. */
export function explain(
  people: readonly Person[],
  limits: readonly GroupLimits[],
  placed: readonly number[],
): Reason[][] {
  const sizes = limits.map((_, g) => placed.filter((one) => one === g).length);
  const indexOf = (no: number) => limits.findIndex((group) => group.no === no);
  return people.map((person, p): Reason[] => {
    if (person.fixed) return [{ code: person.fixed.why }];
    const g = placed[p] as number;
    const { no, min } = limits[g] as GroupLimits;
    const [first] = person.wishes;
    if (first === undefined) return [{ code: 'open' }];
    const rank = person.wishes.indexOf(no) + 1;
    const outcome: Reason = rank === 0 ? { code: 'unwished' } : { code: 'wish', rank };
    if (rank === 1) return [outcome];
    const f = indexOf(first);
    const { max } = limits[f] as GroupLimits;
    const count = people.filter(
      ({ organization }, q) =>
        q !== p && placed[q] === f && organization !== null && organization === person.organization,
    ).length;
    const why: Reason[] = [];
    if ((sizes[g] as number) <= min) why.push({ code: 'needed', group: no, min });
    if ((sizes[f] as number) >= max) why.push({ code: 'full', group: first, max });
    if (count > 0) why.push({ code: 'colleagues', group: first, count });
    return [outcome, ...(why.length > 0 ? why : [{ code: 'balance' } as const])];
  });
}

/** As a column keeps it: `wish:2 colleagues:3:1`. */
export const writeReasons = (reasons: readonly Reason[]): string =>
  reasons.map((reason) => Object.values(reason).join(':')).join(' ');

/** What `writeReasons` wrote; anything else is left out. */
export function readReasons(text: string): Reason[] {
  return text.split(' ').flatMap((word): Reason[] => {
    const [code, ...values] = word.split(':');
    const [first = 0, second = 0] = values.map(Number);
    switch (code) {
      case 'wish':
        return [{ code, rank: first }];
      case 'full':
        return [{ code, group: first, max: second }];
      case 'colleagues':
        return [{ code, group: first, count: second }];
      case 'needed':
        return [{ code, group: first, min: second }];
      case 'unwished':
      case 'open':
      case 'pinned':
      case 'facilitator':
      case 'balance':
        return [{ code }];
      default:
        return [];
    }
  });
}

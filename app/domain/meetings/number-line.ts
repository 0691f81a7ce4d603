import type { MeetingSide } from '#db/schema.ts';

/** Somebody who took part: for which side, and from which organization. */
export interface Participant {
  side: MeetingSide;
  /** Equal for people of one organization: its id, or the name that a guest wrote. */
  organizationKey: string;
}

/** In the order in which the network prints them. */
const SIDES: ReadonlyArray<{ side: MeetingSide; name: string; isOne: boolean }> = [
  { side: 'organization', name: '団体', isOne: false },
  { side: 'municipality', name: '自治体', isOne: false },
  // Each is one organization, however many of its offices come, so the print gives its people alone.
  { side: 'ministry', name: '厚労省', isOne: true },
  { side: 'prefecture', name: '道', isOne: true },
  { side: 'outside', name: '道外他', isOne: false },
];

/** Organizations and people of one side. */
interface SideCount {
  name: string;
  organizations: number;
  people: number;
  isOne: boolean;
}

function countSides(people: readonly Participant[]): SideCount[] {
  return SIDES.map(({ side, name, isOne }) => {
    const of = people.filter((one) => one.side === side);
    const organizations = isOne
      ? Math.min(1, of.length)
      : new Set(of.map(({ organizationKey }) => organizationKey)).size;
    return { name, organizations, people: of.length, isOne };
  }).filter((side) => side.people > 0);
}

/** How many organizations they come from, as the network counts them. */
export function countOrganizations(people: readonly Participant[]): number {
  return countSides(people).reduce((sum, { organizations }) => sum + organizations, 0);
}

/**
 * The line of numbers in the network's own form: 49名（35機関：団体27（31）・自治体7（8）・厚労省（10））, where the
 * first number of a side counts organizations and the one in brackets people. Sides of which nobody came are left out.
 */
export function numberLine(people: readonly Participant[]): string {
  const sides = countSides(people).map(
    ({ name, organizations, people: n, isOne }) => `${name}${isOne ? '' : organizations}（${n}）`,
  );
  if (sides.length === 0) return '0名';
  return `${people.length}名（${countOrganizations(people)}機関：${sides.join('・')}）`;
}

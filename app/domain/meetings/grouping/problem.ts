import type { Experience } from '#db/schema.ts';

export type { Experience };

/** Somebody who is to be placed in a group. */
export interface Person {
  /** Of the sign-up. */
  id: string;
  /** Whatever is the same for colleagues; null where nobody knows. */
  organization: string | null;
  area: string | null;
  /** Years of experience. */
  years: number | null;
  /** Numbers of groups, the first wish first; at most three. */
  wishes: readonly number[];
  /** The group in which they stay whatever comes. */
  fixed: { group: number; why: 'pinned' | 'facilitator' } | null;
}

export interface GroupLimits {
  no: number;
  min: number;
  max: number;
}

export const EXPERIENCES = ['any', 'together', 'mixed'] as const satisfies Experience[];

export interface Problem {
  people: readonly Person[];
  groups: readonly GroupLimits[];
  experience: Experience;
}

/** Why somebody is where they are; the Japanese text for each stands in app/ui/meeting/grouping-words.ts. */
export type Reason =
  | { code: 'wish'; rank: number }
  /** None of their wishes. */
  | { code: 'unwished' }
  /** They wished for nothing. */
  | { code: 'open' }
  | { code: 'pinned' }
  | { code: 'facilitator' }
  /** What kept them from the first wish: as many as `max` are in it. */
  | { code: 'full'; group: number; max: number }
  /** So many people of the same organization are in it. */
  | { code: 'colleagues'; group: number; count: number }
  /** Their own group would have fewer than `min` without them. */
  | { code: 'needed'; group: number; min: number }
  /** Areas and experience are evener so. */
  | { code: 'balance' };

/** A limit that cannot be kept, and by how many people. */
export type BrokenLimit =
  | { code: 'too-few-places'; places: number; people: number; by: number }
  | { code: 'too-few-people'; places: number; people: number; by: number }
  | { code: 'too-many-fixed'; group: number; max: number; fixed: number; by: number };

export interface Placement {
  id: string;
  group: number;
  reasons: Reason[];
}

export interface Grouping {
  /** In the order of the people's ids. */
  placements: Placement[];
  /** Limits that nobody can keep; the proposal keeps the nearest that can be. */
  broken: BrokenLimit[];
  /** The limits that the proposal keeps. */
  limits: GroupLimits[];
}

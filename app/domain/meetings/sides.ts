import type { MeetingSide } from '#db/schema.ts';

/** The side that an organization is counted on, by its kind. */
export const sideOf = (kind: string): MeetingSide => SIDE_OF_KIND[kind] ?? 'organization';

const SIDE_OF_KIND: Record<string, MeetingSide> = {
  自治体: 'municipality',
  国: 'ministry',
  北海道: 'prefecture',
  道外: 'outside',
};

/** Whom links for guests are made for. */
export const GUEST_SIDES = ['ministry', 'prefecture', 'outside'] as const satisfies readonly MeetingSide[];

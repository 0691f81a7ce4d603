/** Lengths in UTF-16 code units. */
export const GROUP_LIMITS = {
  theme: 120,
  lead: 300,
  /** What a group writes. */
  text: 20_000,
  /** In one group. */
  people: 500,
  /** Groups of one meeting. */
  groups: 40,
} as const;

export const DATE_LIMITS = {
  fewest: 3,
  most: 10,
  /** A remark, in UTF-16 code units. */
  remark: 200,
} as const;

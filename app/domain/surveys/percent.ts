/**
 * A share in percent with one decimal, as reports print it: 13 of 36 is 36.1.
 *
 * @param of n; nobody answered where it is 0, and then there is no share
 */
export function percentOf(part: number, of: number): string {
  if (of === 0) return '–';
  // Halves go up, as one rounds by hand; in integers, because 0.05 is no binary fraction.
  const tenths = Math.floor((part * 2000 + of) / (2 * of));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

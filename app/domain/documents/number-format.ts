// Formats that Excel knows by number, Japan's among them; all others stand in the file.
const DATES = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 54],
  [57, 58],
] as const;

/** Whether a number format shows a day. What stands in quotes or brackets, or behind a backslash, is no part of it. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATES.some(([first, last]) => id >= first && id <= last);
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').toLowerCase();
  return /[yeg]/.test(plain.replace(/general/g, '')) || /d/.test(plain);
}

/**
 * The day that Excel stores as a number, as people write it: 29221 → 1980年1月1日.
 *
 * @param from1904 whether the file counts from 1904, as Excel for Macintosh did
 */
export function dayOf(serial: number, from1904: boolean): string {
  // Excel believes that 1900 was a leap year; all days after that February are one too high.
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + (from1904 ? 1462 : 0)) * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

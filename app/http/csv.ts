/** A value of a table: a word or a number. */
export type Cell = string | number | null;

// A cell that begins like this is a formula to Excel and its like; whoever opens the file would carry it out.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table as CSV that Excel opens in Japanese: UTF-8 with a byte order mark, CRLF. Texts that would be formulas have an
 * apostrophe before them; numbers stay numbers.
 */
export function toCsv(rows: ReadonlyArray<readonly Cell[]>): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { CASE_HEADS, CASE_TEMPLATE } from '../../domain/posts/case.ts';

/** One change to a text: [start, end) becomes `replacement`; afterwards [from, to) of the new text is selected. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
  select: [from: number, to: number];
}

/**
 * Brings the case template into a text. What is already written goes below the first heading; headings that are
 * already there are not set a second time.
 */
export function insertCaseTemplate(text: string): Edit {
  const written = text.trimEnd();
  const headings = CASE_HEADS.map((head) => `■ ${head}\n`);
  const missing = headings.filter((heading) => !`${written}\n`.includes(heading));
  if (missing.length < headings.length) {
    const replacement = [`${written}\n`, ...missing].join('\n');
    return { start: 0, end: text.length, replacement, select: [replacement.length, replacement.length] };
  }
  const below = CASE_TEMPLATE.indexOf('\n') + 1;
  const replacement = CASE_TEMPLATE.slice(0, below) + written + CASE_TEMPLATE.slice(below);
  const caret = below + written.length;
  return { start: 0, end: text.length, replacement, select: [caret, caret] };
}

/** Puts `prefix` before every line that the selection touches, or takes it away where all have it. */
export function toggleLinePrefix(text: string, from: number, to: number, prefix: string): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', to);
  const end = newline === -1 ? text.length : newline;
  const lines = text.slice(start, end).split('\n');
  const remove = lines.every((line) => line.startsWith(prefix));
  const replacement = lines.map((line) => (remove ? line.slice(prefix.length) : prefix + line)).join('\n');
  const last = start + replacement.length;
  return { start, end, replacement, select: from === to ? [last, last] : [start, last] };
}

/** Puts `sign` around the selection, or takes it away where it is; without a selection the caret stands between. */
export function toggleAround(text: string, from: number, to: number, sign: string): Edit {
  const size = sign.length;
  const inside = text.slice(from, to);
  if (text.slice(from - size, from) === sign && text.slice(to, to + size) === sign) {
    return { start: from - size, end: to + size, replacement: inside, select: [from - size, to - size] };
  }
  return { start: from, end: to, replacement: sign + inside + sign, select: [from + size, to + size] };
}

/**
 * Text from Word or a web page, without what nobody sees: soft hyphens, zero-width characters, no-break spaces and
 * foreign line ends. Lines stay lines.
 */
export function normalizePasted(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
}

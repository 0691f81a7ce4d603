/** One change to a text: [start, end) becomes `replacement`; afterwards [from, to) of the new text is selected. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
  select: [from: number, to: number];
}

const CASE_HEADINGS = ['■ 本人の状態・訴え', '■ これまでの支援', '■ 聞きたいこと'] as const;

/** The three headings of a case, each with room below. */
export const CASE_TEMPLATE = `${CASE_HEADINGS.join('\n\n\n')}\n`;

/**
 * Brings the case template into a text. What is already written goes below the first heading; headings that are
 * already there are not set a second time.
 */
export function insertCaseTemplate(text: string): Edit {
  const written = text.trimEnd();
  const missing = CASE_HEADINGS.filter((heading) => !written.includes(heading));
  const template = missing.length === CASE_HEADINGS.length;
  const [first, ...rest] = CASE_HEADINGS;
  const replacement = template
    ? `${first}\n${written}\n\n${rest.join('\n\n\n')}\n`
    : [written, ...missing].join('\n\n').concat('\n');
  const caret = template ? first.length + 1 + written.length : replacement.length;
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

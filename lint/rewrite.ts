import type { Finding } from './rule.ts';

/** The text with the first suggestion of each finding in its place; findings without one leave their passage alone. */
export function rewrite(text: string, findings: readonly Finding[]): string {
  let rewritten = '';
  let from = 0;
  for (const { start, end, suggestions } of [...findings].sort((a, b) => a.start - b.start)) {
    const [first] = suggestions;
    if (first === undefined || start < from) continue;
    rewritten += text.slice(from, start) + first.replacement;
    from = end;
  }
  return rewritten + text.slice(from);
}

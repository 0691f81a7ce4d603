import type { Finding, Suggestion } from './rule.ts';

/** The text with the first suggestion of each finding in its place; findings without one leave their passage alone. */
export function rewrite(text: string, findings: readonly Finding[]): string {
  let rewritten = '';
  let from = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    const [first] = finding.suggestions;
    if (first === undefined || finding.start < from) continue;
    const { start, end, replacement } = changeOf(text, finding, first);
    rewritten += text.slice(from, start) + replacement;
    from = end;
  }
  return rewritten + text.slice(from);
}

/** What a suggestion replaces in a text, and by what. What no longer stands beside the passage is left alone. */
export function changeOf(
  text: string,
  { start, end }: Pick<Finding, 'start' | 'end'>,
  { before, replacement, after }: Suggestion,
): { start: number; end: number; replacement: string } {
  const change = { start, end, replacement };
  if (before && text.endsWith(before.was, start)) {
    change.start -= before.was.length;
    change.replacement = before.becomes + change.replacement;
  }
  if (after && text.startsWith(after.was, end)) {
    change.end += after.was.length;
    change.replacement += after.becomes;
  }
  return change;
}

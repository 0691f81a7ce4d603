import type { FieldFinding } from './decisions.ts';

export interface Segment {
  text: string;
  /** Absent between findings. */
  finding?: FieldFinding;
}

/** Cuts a text where findings begin and end. The findings are those of this text, sorted, without overlaps. */
export function segments(text: string, findings: readonly FieldFinding[]): Segment[] {
  const parts: Segment[] = [];
  let at = 0;
  for (const finding of findings) {
    if (finding.start > at) parts.push({ text: text.slice(at, finding.start) });
    parts.push({ text: text.slice(finding.start, finding.end), finding });
    at = finding.end;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/**
 * Findings of `before`, moved to where their passages stand in `after`, so that the marks keep up with the typing
 * until the next check. A finding that the change touches is dropped: nobody knows yet whether it still is one.
 */
export function shiftFindings(
  findings: readonly FieldFinding[],
  before: string,
  after: string,
): FieldFinding[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;

  const changeEnd = before.length - tail;
  const shift = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.end <= head) return [finding];
    if (finding.start >= changeEnd) {
      return [{ ...finding, start: finding.start + shift, end: finding.end + shift }];
    }
    return [];
  });
}

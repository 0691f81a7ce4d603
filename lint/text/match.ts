/** A match of a regular expression: the text and where it stands, in UTF-16 code units. */
export interface Match {
  start: number;
  end: number;
  text: string;
  groups: Record<string, string | undefined>;
}

/** All matches of an expression that carries the flag `g`. A group named `value` narrows the span to itself. */
export function matchAll(text: string, pattern: RegExp): Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const value = groups.value ?? groups.value2 ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, text: value, groups });
  }
  return found;
}

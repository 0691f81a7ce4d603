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
  for (const match of execAll(text, pattern)) {
    const groups = match.groups ?? {};
    const value = groups.value ?? groups.value2 ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, text: value, groups });
  }
  return found;
}

let sift: ((text: string, pattern: RegExp) => boolean) | undefined;

/** From now on expressions are run on those texts only that pass; a browser has no room for the sieve. */
export function siftWith(mayMatch: typeof sift): void {
  sift = mayMatch;
}

/**
 * What `text.matchAll(pattern)` gives, as a list. That copies the expression for each call and looks for its compiled
 * code, which engines forget after a while: compiling some of ours takes longer than the whole check.
 */
export function execAll(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  if (sift?.(text, pattern) === false) return found;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

interface Span {
  start: number;
  end: number;
}

/** Place of the first of sorted spans that begins at `from` or behind it. */
export function placeOf(sorted: readonly Span[], from: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Span).start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of spans that are sorted by their start, the first that begins at `from` or behind it, if it ends before `until`. */
export function firstWithin<S extends Span>(
  sorted: readonly S[],
  from: number,
  until: number,
): S | undefined {
  const found = sorted[placeOf(sorted, from)];
  return found !== undefined && found.end <= until ? found : undefined;
}

/** Of spans that are sorted and do not overlap, those that lie between `from` and `until`. */
export function allWithin<S extends Span>(sorted: readonly S[], from: number, until: number): S[] {
  const found: S[] = [];
  for (let at = placeOf(sorted, from); at < sorted.length; at += 1) {
    const span = sorted[at] as S;
    if (span.end > until) break;
    found.push(span);
  }
  return found;
}

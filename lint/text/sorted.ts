/** Of spans that are sorted by their start, the first that begins at `from` or behind it, if it ends before `until`. */
export function firstWithin<S extends { start: number; end: number }>(
  sorted: readonly S[],
  from: number,
  until: number,
): S | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as S).start < from) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  return found !== undefined && found.end <= until ? found : undefined;
}

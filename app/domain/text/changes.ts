/** A stretch of a text that stayed, went or came. */
export interface Change {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const splitWords = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
const splitLines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * How many cells the tables in which words are compared may still have, together. What needs more was written anew,
 * and nobody reads it word by word.
 */
export interface Budget {
  cells: number;
}

/** For a single comparison: some 10 ms. */
const ONE = 1_000_000;

/**
 * What was changed from one version of a text to the next, word by word. The `same` and `removed` stretches together
 * are the text before, the `same` and `added` ones the text after; what went stands before what came in its place.
 *
 * @param budget what it uses is taken off, so that several comparisons can share one
 */
export function changesBetween(before: string, after: string, budget: Budget = { cells: ONE }): Change[] {
  const changes: Change[] = [];
  let [fromBefore, fromAfter] = [0, 0];
  const old = splitLines(before);
  const current = splitLines(after);
  for (const [atBefore, atAfter] of [...sharedLines(old, current), [old.length, current.length] as const]) {
    const gap = [old.slice(fromBefore, atBefore), current.slice(fromAfter, atAfter)].map((lines) =>
      lines.join(''),
    );
    changes.push(...changedWords(splitWords(gap[0] ?? ''), splitWords(gap[1] ?? ''), budget));
    const line = old[atBefore];
    if (line !== undefined) changes.push({ kind: 'same', text: line });
    [fromBefore, fromAfter] = [atBefore + 1, atAfter + 1];
  }
  return inReadingOrder(changes);
}

/** Lines that stand once in both texts and in the same order: the longest such row of them, as pairs of positions. */
function sharedLines(before: readonly string[], after: readonly string[]): Array<readonly [number, number]> {
  const inAfter = onlyPlaces(after);
  const pairs = [...onlyPlaces(before)].flatMap(([line, at]) => {
    const there = inAfter.get(line);
    return there === undefined || line.trim() === '' ? [] : [{ at, there, previous: -1 }];
  });
  // ends[n]: the pair with the lowest position in `after` that ends an ascending row of n + 1 pairs.
  const ends: number[] = [];
  pairs.forEach((pair, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number]?.there ?? 0) < pair.there) low = middle + 1;
      else high = middle;
    }
    pair.previous = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const row: Array<readonly [number, number]> = [];
  for (let pair = pairs[ends.at(-1) ?? -1]; pair; pair = pairs[pair.previous])
    row.push([pair.at, pair.there]);
  return row.reverse();
}

/** Where each line stands that stands only once. */
function onlyPlaces(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  lines.forEach((line, at) => {
    if (places.has(line)) twice.add(line);
    places.set(line, at);
  });
  for (const line of twice) places.delete(line);
  return places;
}

/** The longest common subsequence of words, told as changes. */
function changedWords(before: readonly string[], after: readonly string[], budget: Budget): Change[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  const same = (text: readonly string[]): Change => ({ kind: 'same', text: text.join('') });
  return [
    same(before.slice(0, start)),
    ...longestCommon(before.slice(start, endBefore), after.slice(start, endAfter), budget),
    same(before.slice(endBefore)),
  ];
}

function longestCommon(before: readonly string[], after: readonly string[], budget: Budget): Change[] {
  const width = after.length + 1;
  const cells = (before.length + 1) * width;
  if (before.length === 0 || after.length === 0 || cells > budget.cells) {
    return [
      { kind: 'removed', text: before.join('') },
      { kind: 'added', text: after.join('') },
    ];
  }
  budget.cells -= cells;
  // common[i * width + j]: how many words the rests from i and from j have in common.
  const common = new Uint16Array(cells);
  const at = (i: number, j: number) => common[i * width + j] as number;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      changes.push({ kind: 'same', text: before[i] as string });
      i += 1;
      j += 1;
    } else if (j === after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', text: before[i] as string });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: after[j] as string });
      j += 1;
    }
  }
  return changes;
}

/**
 * Joins neighbours. A single letter that happens to be the same between two changes (a の, a comma) is taken as
 * changed with them: single letters between words struck out are hard to read.
 */
function inReadingOrder(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  let [removed, added] = ['', ''];
  const close = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  const filled = joinSame(changes);
  filled.forEach(({ kind, text }, index) => {
    const between = removed + added !== '' && index < filled.length - 1;
    if (kind === 'same' && !(between && text.length === 1 && text !== '\n')) {
      close();
      joined.push({ kind, text });
      return;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  });
  close();
  return joined;
}

function joinSame(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  for (const { kind, text } of changes) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
  }
  return joined;
}

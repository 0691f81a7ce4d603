/** Lines that stand around two versions of a passage where a person has to decide. */
const MARKS = {
  theirs: '【先に直した文章】',
  mine: '【あなたの文章】',
  end: '【ここまで】',
} as const;

const MARK_LINE = new RegExp(`^[ \\t]*(?:${Object.values(MARKS).join('|')})[ \\t]*$`, 'm');

/** Whether somebody still has to decide between two versions. */
export const hasMergeMarks = (text: string): boolean => MARK_LINE.test(text);

/**
 * Two texts that were both made of `base`, in one. What only one of them changed is taken; where both changed the same
 * lines, both versions stand there between marks, so that nothing of either is lost.
 *
 * @param added what becomes of lines that were added right beside a change of the other: somebody decides, or both
 *   simply stay, as where several write down what is being said
 */
export function mergeTexts(
  base: string,
  theirs: string,
  mine: string,
  added: 'ask' | 'keep' = 'ask',
): { text: string; conflicts: number } {
  const [before, left, right] = [base, theirs, mine].map((text) => text.split('\n')) as [
    string[],
    string[],
    string[],
  ];
  const inLeft = matches(before, left);
  const inRight = matches(before, right);
  const lines: string[] = [];
  let conflicts = 0;
  let [atBase, atLeft, atRight] = [0, 0, 0];
  const gap = (endBase: number, endLeft: number, endRight: number) => {
    const old = before.slice(atBase, endBase);
    const one = left.slice(atLeft, endLeft);
    const other = right.slice(atRight, endRight);
    if (isSame(one, other) || isSame(other, old)) lines.push(...one);
    else if (isSame(one, old)) lines.push(...other);
    else {
      const both = added === 'keep' ? besideEachOther(old, one, other) : undefined;
      if (both) {
        lines.push(...both);
        return;
      }
      conflicts += 1;
      lines.push(MARKS.theirs, '', ...one, '', MARKS.mine, '', ...other, '', MARKS.end);
    }
  };
  for (let line = 0; line < before.length; line += 1) {
    const [there, here] = [inLeft.get(line), inRight.get(line)];
    // A line that all three share parts the text; between two such lines somebody changed something, or nobody.
    if (there === undefined || here === undefined || there < atLeft || here < atRight) continue;
    gap(line, there, here);
    lines.push(before[line] as string);
    [atBase, atLeft, atRight] = [line + 1, there + 1, here + 1];
  }
  gap(before.length, left.length, right.length);
  return { text: lines.join('\n'), conflicts };
}

/** Both changes, where one of them only added lines before or after the passage; undefined where neither did. */
function besideEachOther(old: string[], one: string[], other: string[]): string[] | undefined {
  if (old.every((line) => line.trim() === '')) return [...one, ...other];
  const [head, tail] = [old.length, -old.length];
  if (isSame(other.slice(0, head), old)) return [...one, ...other.slice(head)];
  if (isSame(one.slice(0, head), old)) return [...other, ...one.slice(head)];
  if (isSame(other.slice(tail), old)) return [...other.slice(0, tail), ...one];
  if (isSame(one.slice(tail), old)) return [...one.slice(0, tail), ...other];
  return undefined;
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((line, at) => line === other[at]);

/** Lines of `before` that stay in `after`, in the same order: position → position, by the longest common row. */
function matches(before: readonly string[], after: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    found.set(start, start);
    start += 1;
  }
  let [endBefore, endAfter] = [before.length, after.length];
  const tail: Array<[number, number]> = [];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
    tail.unshift([endBefore, endAfter]);
  }
  const height = endBefore - start;
  const width = endAfter - start + 1;
  // Texts of thousands of changed lines are beyond comparing; they stand beside each other whole.
  if ((height + 1) * width <= MOST_CELLS) {
    const common = new Uint16Array((height + 1) * width);
    for (let i = height - 1; i >= 0; i -= 1)
      for (let j = width - 2; j >= 0; j -= 1)
        common[i * width + j] =
          before[start + i] === after[start + j]
            ? (common[(i + 1) * width + j + 1] as number) + 1
            : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number);
    let [i, j] = [0, 0];
    while (i < height && j < width - 1) {
      if (before[start + i] === after[start + j]) {
        found.set(start + i, start + j);
        i += 1;
        j += 1;
      } else if ((common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number)) i += 1;
      else j += 1;
    }
  }
  for (const [at, there] of tail) found.set(at, there);
  return found;
}

const MOST_CELLS = 4_000_000;

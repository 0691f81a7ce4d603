import type { Unmarked } from './markup.ts';
import { execAll } from './match.ts';

const ENCODED = /(?:%[0-9a-f]{2})+/gi;

/** A text with the percent-encoded parts of its addresses read: %E4%BD%90%E8%97%A4 is a name. Undefined without any. */
export function withoutPercents(typed: string): Unmarked | undefined {
  let text = '';
  const at: number[] = [];
  let from = 0;
  const copy = (until: number) => {
    for (; from < until; from += 1) {
      text += typed[from];
      at.push(from);
    }
  };
  for (const { index, 0: run } of execAll(typed, ENCODED)) {
    const read = decoded(run);
    if (read === undefined) continue;
    copy(index);
    for (const unit of read.split('')) {
      text += unit;
      at.push(index);
    }
    from = index + run.length;
  }
  if (from === 0) return undefined;
  copy(typed.length);
  return {
    text,
    // A passage in an encoded part stands for the whole part: half of it means nothing.
    original: (start, end) => ({ start: at[start] ?? typed.length, end: endOf(at, end, typed.length) }),
  };
}

/** Where the typed text goes on behind the unit before `end`. */
function endOf(at: readonly number[], end: number, length: number): number {
  const last = at[end - 1];
  for (let next = end; next < at.length; next += 1) if (at[next] !== last) return at[next] as number;
  return length;
}

function decoded(run: string): string | undefined {
  try {
    return decodeURIComponent(run);
  } catch {
    return undefined;
  }
}

/** Offsets in UTF-16 code units; `end` is exclusive. */
interface Span {
  start: number;
  end: number;
}

/** Tells which parts of a text are taken, in time that does not grow with how many there are. */
export class Mask {
  readonly #taken: Uint8Array;

  constructor(length: number, spans: readonly Span[] = []) {
    this.#taken = new Uint8Array(length);
    for (const span of spans) this.take(span);
  }

  take({ start, end }: Span): void {
    this.#taken.fill(1, start, end);
  }

  /** Whether no unit of the span is taken. */
  isFree({ start, end }: Span): boolean {
    for (let unit = start; unit < end; unit++) if (this.#taken[unit] === 1) return false;
    return true;
  }
}

/** Counts what each of many does within a stretch of time, in the memory of this process. */
export class Pace {
  readonly #most: number;
  readonly #milliseconds: number;
  #since = Number.NEGATIVE_INFINITY;
  #counts = new Map<string, number>();

  /** @param most times within `milliseconds` */
  constructor(most: number, milliseconds: number) {
    this.#most = most;
    this.#milliseconds = milliseconds;
  }

  /** Counts once more for `id`; false where that is too often. */
  allows(id: string, now: number): boolean {
    if (now - this.#since >= this.#milliseconds) {
      this.#since = now;
      this.#counts.clear();
    }
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    return count <= this.#most;
  }
}

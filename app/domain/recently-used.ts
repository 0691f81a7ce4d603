/** Things that take time to make, by all that they depend on; the least recently used go first. */
export class RecentlyUsed<T> {
  readonly #kept = new Map<string, T>();
  readonly #most: number;

  /** @param most number of things kept */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    const thing = this.#kept.get(key);
    if (thing === undefined) return undefined;
    // A Map remembers the order of insertion: what was just used moves to the end.
    this.#kept.delete(key);
    this.#kept.set(key, thing);
    return thing;
  }

  set(key: string, thing: T): void {
    this.#kept.set(key, thing);
    if (this.#kept.size <= this.#most) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}

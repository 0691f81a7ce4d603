/** Rendered pieces of pages by all that they depend on; the least recently used go first. */
export class FragmentCache {
  readonly #kept = new Map<string, string>();
  readonly #most: number;

  /** @param most number of pieces kept */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): string | undefined {
    const html = this.#kept.get(key);
    if (html === undefined) return undefined;
    // A Map remembers the order of insertion: what was just used moves to the end.
    this.#kept.delete(key);
    this.#kept.set(key, html);
    return html;
  }

  set(key: string, html: string): void {
    this.#kept.set(key, html);
    if (this.#kept.size <= this.#most) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}

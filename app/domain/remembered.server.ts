import type { Db } from '#db/schema.ts';

/**
 * Something that is read for every page and changes a few times a year: read again when it is older than
 * `milliseconds`. Another process's change shows after that time; the own one at once, with `forget`.
 */
export class Remembered<T> {
  readonly #read: (db: Db) => Promise<T>;
  readonly #milliseconds: number;
  // By database, so that two networks in one process (tests) keep apart.
  readonly #kept = new WeakMap<Db, { at: number; value: Promise<T> }>();

  constructor(read: (db: Db) => Promise<T>, milliseconds: number) {
    this.#read = read;
    this.#milliseconds = milliseconds;
  }

  get(db: Db): Promise<T> {
    const kept = this.#kept.get(db);
    if (kept && performance.now() - kept.at < this.#milliseconds) return kept.value;
    const value = this.#read(db);
    this.#kept.set(db, { at: performance.now(), value });
    value.catch(() => this.#kept.delete(db));
    return value;
  }

  forget(db: Db): void {
    this.#kept.delete(db);
  }
}

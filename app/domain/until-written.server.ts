import type { Db } from '#db/schema.ts';

/** Milliseconds after which something is read again although nobody wrote here: another process may have. */
const OTHERS_SHOW_AFTER = 1000;

/** By database: how many requests that may have written were carried out. */
const writes = new WeakMap<Db, number>();

/** To be called when a request that may have written was carried out, before its answer goes out. */
export function written(db: Db): void {
  writes.set(db, (writes.get(db) ?? 0) + 1);
}

interface Kept<T> {
  key: string;
  writes: number;
  at: number;
  value: Promise<T>;
}

/**
 * Something that is the same for all members and read for many of their pages: read again as soon as anything was
 * written, and after a second in any case.
 */
export class UntilWritten<T> {
  readonly #read: (db: Db, key: string) => Promise<T>;
  readonly #kept = new WeakMap<Db, Kept<T>>();

  /** @param read gets the key, as in `get` */
  constructor(read: (db: Db, key: string) => Promise<T>) {
    this.#read = read;
  }

  /** @param key what else it depends on, as the day; the last one is kept */
  get(db: Db, key = ''): Promise<T> {
    const now = performance.now();
    const soFar = writes.get(db) ?? 0;
    const kept = this.#kept.get(db);
    if (kept?.key === key && kept.writes === soFar && now - kept.at < OTHERS_SHOW_AFTER) return kept.value;
    const value = this.#read(db, key);
    const keeping = { key, writes: soFar, at: now, value };
    this.#kept.set(db, keeping);
    value.catch(() => {
      if (this.#kept.get(db) === keeping) this.#kept.delete(db);
    });
    return value;
  }
}

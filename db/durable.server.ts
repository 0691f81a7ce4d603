import type { Db } from './schema.ts';

/** By handle: how to flush what was committed there, for databases that do not do so within the commit. */
const flushes = new WeakMap<Db, () => Promise<void>>();

/**
 * Waits until everything that was committed before the call survives a power cut. Whoever tells somebody that their
 * words are kept waits for it first.
 */
export async function durable(db: Db): Promise<void> {
  await flushes.get(db)?.();
}

export function flushWith(db: Db, flush: () => Promise<void>): void {
  flushes.set(db, flush);
}

import { setTimeout as pause } from 'node:timers/promises';
import { type EnqueuedTaskPromise, MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';

/** A task that Meilisearch took and could not do; the message names its code, never a document. */
export class TaskFailed extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`Meilisearch could not do a task: ${code}`);
    this.name = 'TaskFailed';
    this.code = code;
  }
}

/** Longest wait for one task, in milliseconds; a rebuild of a large index is one. */
const TASK_TIMEOUT = 10 * 60_000;
/** Milliseconds before the second and the third attempt. */
const WAITS = [100, 500];

/** The engine cannot be reached or cannot answer now; the same request may succeed later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof MeilisearchRequestError) return true;
  if (!(error instanceof MeilisearchApiError)) return false;
  const { status } = error.response;
  return status === 408 || status === 429 || status >= 500;
}

/** What was asked for is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.response.status === 404;
}

/** Asks up to three times while the trouble is one that passes. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await pause(wait);
    }
  }
  return await work();
}

/**
 * Has a task done, and waits for its end.
 *
 * @param except codes of failures that are no trouble, such as `index_already_exists`
 */
export async function done(order: () => EnqueuedTaskPromise, ...except: string[]): Promise<void> {
  // The order must be a promise of its own for each attempt, so it comes as a function.
  const task = await persistently(() => order().waitTask({ timeout: TASK_TIMEOUT, interval: 20 }));
  const code = task.error?.code ?? task.status;
  if (task.status !== 'succeeded' && !except.includes(code)) throw new TaskFailed(code);
}

import { BATCH } from '#app/domain/outbox/outbox.server.ts';
import { isBusy, searchJobs } from '#app/domain/search/indexing.server.ts';
import { onThread } from './on-thread.server.ts';
import type { Services } from './services.server.ts';

/**
 * Fewer are indexed in place: a thread takes a second of a processor to start, which many who write at the same moment
 * need themselves, and a new post is to be found within a second.
 */
export const BURST = 400;

/**
 * Does what search has to do now; a burst, as after an import, until nothing is left and on a thread of its own.
 *
 * @returns the number of jobs done; after a burst, BATCH
 */
export async function indexWhatIsDue(
  { db, search, config, canOpenAgain }: Pick<Services, 'db' | 'search' | 'config' | 'canOpenAgain'>,
  stopped: AbortSignal,
): Promise<number> {
  const now = new Date();
  if (!canOpenAgain || !(await isBusy(db, BURST, now))) return searchJobs(db, search, now);
  await onThread('index-thread.server.ts', config, stopped);
  return BATCH;
}

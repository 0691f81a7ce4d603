import { setTimeout as pause } from 'node:timers/promises';
import { allDocuments, countDocuments } from '#app/domain/search/all-documents.server.ts';
import { onThread } from './on-thread.server.ts';
import type { Services } from './services.server.ts';

/** So few are indexed in place: a thread would take longer to start. */
const FEW = 2_000;

/** Milliseconds until one looks again whether another process has done it. */
const ANOTHER_LOOK = 90_000;

/**
 * Builds the search index anew when it wants that, as after an upgrade; on a thread of its own where it takes long.
 * Returns when it is done, or when `stopped` says so.
 */
export async function reindexIfNeeded(
  { db, search, config }: Pick<Services, 'db' | 'search' | 'config'>,
  stopped: AbortSignal,
): Promise<void> {
  while (!stopped.aborted && (await search.wantsRebuild())) {
    if ((await countDocuments(db)) > FEW) await onThread('reindex-thread.server.ts', config, stopped);
    else if (await search.rebuild(allDocuments(db))) return;
    if (!stopped.aborted && (await search.wantsRebuild())) {
      await pause(ANOTHER_LOOK, undefined, { ref: false, signal: stopped }).catch(() => {});
    }
  }
}

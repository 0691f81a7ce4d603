import { stepRecheck } from '#app/domain/anonymization/recheck.server.ts';
import { sweepFiles } from '#app/domain/files/sweep.server.ts';
import { stepLineCheck } from '#app/domain/line-import/check.server.ts';
import { askKeepers } from '#app/domain/notes/verify.server.ts';
import { BATCH, performDue } from '#app/domain/outbox/outbox.server.ts';
import { performIndexing } from '#app/domain/search/indexing.server.ts';
import type { Log } from './log.server.ts';
import { reindexIfNeeded } from './reindex.server.ts';
import type { Services } from './services.server.ts';

/** Milliseconds between two looks at the outbox when nobody nudges; another process may have written to it. */
const INTERVAL = 500;
/** Milliseconds between two batches while there is work. A new post is found by search within a second. */
const GATHER = 200;
/** Milliseconds between two looks for notes that nobody has verified for a year. */
const ASK_EVERY = 60 * 60 * 1000;

/** Milliseconds between two looks for files that nobody refers to. */
const SWEEP = 60 * 60 * 1000;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Carries out the outbox, and the rechecks of what was posted, one batch after another, until stopped. */
export function startWorker(services: Services, log: Log) {
  const { db, search, sessions, files } = services;
  const stopping = new AbortController();
  let stopped = false;
  let swept = Number.NEGATIVE_INFINITY;
  let wake = () => {};
  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async () => {
    await sessions.deleteExpiredSessions();
    // Meanwhile the index that is there answers, and learns what is new.
    const reindexing = reindexIfNeeded(services, stopping.signal).catch((error) =>
      log.error('reindexing failed', { error }),
    );
    let asked = Number.NEGATIVE_INFINITY;
    while (!stopped) {
      try {
        const done = await performDue(db, (jobs) => performIndexing(db, search, jobs), new Date());
        const rechecked = await stepRecheck(db, new Date());
        const looked = await stepLineCheck(db);
        if (performance.now() - swept > SWEEP) {
          swept = performance.now();
          await sweepFiles(db, files.folder, new Date());
        }
        if (performance.now() - asked > ASK_EVERY && (await askKeepers(db, new Date())) === 0)
          asked = performance.now();
        // What comes in meanwhile is done in one go, at a fraction of the cost; more than a batch waits no longer.
        await (done === BATCH || rechecked || looked ? pause(5) : done > 0 ? pause(GATHER) : rest(INTERVAL));
      } catch (error) {
        log.error('worker failed', { error });
        await rest(5000);
      }
    }
    await reindexing;
  };
  const working = work().catch((error) => log.error('worker stopped', { error }));
  return {
    nudge: () => wake(),
    async stop() {
      stopped = true;
      stopping.abort();
      wake();
      await working;
    },
  };
}

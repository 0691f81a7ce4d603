import { performDue } from '#app/domain/outbox/outbox.server.ts';
import { performIndexing } from '#app/domain/search/indexing.server.ts';
import type { Log } from './log.server.ts';
import type { Services } from './services.server.ts';

/** Milliseconds between two looks at the outbox when nobody nudges; another process may have written to it. */
const INTERVAL = 500;

/** Carries out the outbox, one batch after another, until stopped. */
export function startWorker({ db, search, sessions }: Services, log: Log) {
  let stopped = false;
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
    while (!stopped) {
      try {
        const done = await performDue(db, (jobs) => performIndexing(db, search, jobs), new Date());
        // Let requests in between two batches.
        await rest(done > 0 ? 5 : INTERVAL);
      } catch (error) {
        log.error('worker failed', { error });
        await rest(5000);
      }
    }
  };
  const working = work().catch((error) => log.error('worker stopped', { error }));
  return {
    nudge: () => wake(),
    async stop() {
      stopped = true;
      wake();
      await working;
    },
  };
}

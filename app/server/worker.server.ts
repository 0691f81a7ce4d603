import { setTimeout as sleep } from 'node:timers/promises';
import { stepRecheck } from '#app/domain/anonymization/recheck.server.ts';
import { stepLineCheck } from '#app/domain/line-import/check.server.ts';
import { sendDueMail } from '#app/domain/mail/send.server.ts';
import { BATCH } from '#app/domain/outbox/outbox.server.ts';
import { indexWhatIsDue } from './index-due.server.ts';
import type { Log } from './log.server.ts';
import { periodicTasks } from './periodic.server.ts';
import { reindexIfNeeded } from './reindex.server.ts';
import type { Services } from './services.server.ts';

/** Milliseconds between two looks at the outbox when nobody nudges; another process may have written to it. */
const INTERVAL = 500;
/** Milliseconds between two batches while there is work. A new post is found by search within a second. */
const GATHER = 200;
/** Milliseconds to breathe between two steps of something long. */
const BREATH = 5;
/** How much longer than a batch of letters takes the next one waits. */
const REST_OF_MAIL = 19;
/** Milliseconds after a step that failed. */
const AFTER_FAILURE = 5000;

/**
 * Carries out the outbox, the rechecks of what was posted and what is due from time to time, until stopped. Mail has a
 * way of its own: a slow server must not keep new posts from the index.
 */
export function startWorker(services: Services, log: Log) {
  const { db, sessions, mailer, config } = services;
  const stopping = new AbortController();
  const { signal } = stopping;
  const wakers = new Set<() => void>();
  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      wakers.add(wake);
    });
  const wake = () => {
    for (const one of [...wakers]) one();
  };

  /**
   * @param step returns the milliseconds until the next
   * @param isNudged whether a nudge shortens those from INTERVAL on
   */
  const keepDoing = async (step: () => Promise<number>, isNudged: boolean) => {
    while (!signal.aborted) {
      const pause = await step().catch((error) => {
        log.error('worker failed', { error });
        return AFTER_FAILURE;
      });
      if (signal.aborted) return;
      await (isNudged && pause >= INTERVAL
        ? rest(pause)
        : sleep(pause, undefined, { signal }).catch(() => {}));
    }
  };
  const index = async () => {
    const done = await indexWhatIsDue(services, signal);
    // What comes in meanwhile is done in one go, at a fraction of the cost; more than a batch waits no longer.
    return done === BATCH ? BREATH : done > 0 ? GATHER : INTERVAL;
  };
  const recheck = async () => {
    const rechecked = await stepRecheck(db, new Date());
    const looked = await stepLineCheck(db);
    return rechecked || looked ? BREATH : INTERVAL;
  };
  const runPeriodic = periodicTasks(services, log);
  const lookAround = async () => ((await runPeriodic()) ? BREATH : INTERVAL);
  const { origin } = config;
  const mail = async () => {
    const began = performance.now();
    const sent = await sendDueMail(db, mailer, { origin, from: config.mail.from }, new Date());
    // Letters have time: those who wait for a page come first.
    return sent > 0 ? Math.max(BREATH, REST_OF_MAIL * (performance.now() - began)) : INTERVAL;
  };

  const work = async () => {
    await sessions.deleteExpiredSessions();
    // Meanwhile the index that is there answers, and learns what is new.
    const reindexing = reindexIfNeeded(services, signal).catch((error) =>
      log.error('reindexing failed', { error }),
    );
    await Promise.all([
      keepDoing(index, true),
      keepDoing(mail, true),
      keepDoing(recheck, false),
      keepDoing(lookAround, false),
      reindexing,
    ]);
  };
  const working = work().catch((error) => log.error('worker stopped', { error }));
  return {
    nudge: wake,
    async stop() {
      stopping.abort();
      wake();
      await working;
    },
  };
}

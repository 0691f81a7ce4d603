import { sweepFiles } from '#app/domain/files/sweep.server.ts';
import { clearOldImports } from '#app/domain/line-import/clear-bench.server.ts';
import { forgetOldMail } from '#app/domain/mail/send.server.ts';
import { remindOfMeetings } from '#app/domain/meetings/remind.server.ts';
import { askKeepers } from '#app/domain/notes/verify.server.ts';
import { sendDigests } from '#app/domain/notices/digest-mail.server.ts';
import type { Log } from './log.server.ts';
import type { Services } from './services.server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Something that has to be looked at from time to time, whoever writes or reads. */
interface PeriodicTask {
  name: string;
  /** Milliseconds between two looks; the first is when the site starts. */
  every: number;
  /**
   * Does what is due, or a part of it. Several processes may do so at the same time: what one has taken up, another
   * must leave.
   *
   * @returns whether there is more to do at once
   */
  run(services: Services, now: Date): Promise<boolean>;
}

/** All of them. What is to be told takes its mail from `enqueueMail`, with an occasion so that it is told once. */
const TASKS: readonly PeriodicTask[] = [
  {
    name: 'sweep files',
    every: HOUR,
    run: async ({ db, files }, now) => {
      await sweepFiles(db, files.folder, now);
      return false;
    },
  },
  {
    name: 'ask keepers',
    every: HOUR,
    run: async ({ db }, now) => (await askKeepers(db, now)) > 0,
  },
  {
    name: 'daily mail',
    every: MINUTE,
    run: ({ db }, now) => sendDigests(db, now),
  },
  {
    name: 'remind of meetings',
    every: 10 * MINUTE,
    run: async ({ db }, now) => {
      await remindOfMeetings(db, now);
      return false;
    },
  },
  {
    name: 'forget old mail',
    every: 24 * HOUR,
    run: async ({ db }, now) => {
      await forgetOldMail(db, now);
      return false;
    },
  },
  {
    name: 'clear old imports',
    every: 24 * HOUR,
    run: async ({ db }, now) => {
      await clearOldImports(db, now);
      return false;
    },
  },
];

/** Runs each task when its time has come; one that fails is logged and tried again at its next time. */
export function periodicTasks(services: Services, log: Log) {
  const next = new Map(TASKS.map((task) => [task, Number.NEGATIVE_INFINITY]));
  /** @returns whether there is more to do at once */
  return async function runDue(): Promise<boolean> {
    let more = false;
    for (const task of TASKS) {
      if (performance.now() < (next.get(task) ?? 0)) continue;
      try {
        if (await task.run(services, new Date())) {
          more = true;
          continue;
        }
      } catch (error) {
        log.error('periodic task failed', { task: task.name, error });
      }
      next.set(task, performance.now() + task.every);
    }
    return more;
  };
}

import { Worker } from 'node:worker_threads';
import type { Reply } from './grouping-thread.server.ts';
import type { Grouping, Problem } from './problem.ts';

/** Milliseconds; 300 people take half a second, and several on a machine that has much else to do. */
const DEADLINE = 30_000;

/**
 * The same as `groupPeople`, on a thread of its own, so that nobody else waits. The thread lives for this one proposal:
 * there are a few in a month.
 *
 * @throws when it takes too long or the thread dies
 */
export async function proposeGrouping(problem: Problem): Promise<Grouping> {
  const thread = new Worker(new URL('grouping-thread.server.ts', import.meta.url));
  try {
    return await new Promise<Grouping>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Grouping took more than ${DEADLINE} ms`)),
        DEADLINE,
      ).unref();
      thread.once('message', (reply: Reply) => {
        clearTimeout(timer);
        if ('grouping' in reply) resolve(reply.grouping);
        else reject(new Error(`Grouping failed on its thread: ${reply.problem}`));
      });
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`The thread of the grouping ended with ${code}`)));
      thread.postMessage(problem);
    });
  } finally {
    void thread.terminate();
  }
}

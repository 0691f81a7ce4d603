import { Worker } from 'node:worker_threads';
import type { Config } from '#app/config.server.ts';

/**
 * Runs a file of this folder on a thread, with the configuration as its `workerData`, so that it has its own connection
 * and nobody who is served waits. Returns when it is done, or when `stopped` says so.
 */
export function onThread(file: string, config: Config, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('../../bin/thread.mjs', import.meta.url), {
      argv: [new URL(file, import.meta.url).href],
      workerData: config satisfies Config,
    });
    const stop = () => void thread.terminate();
    stopped.addEventListener('abort', stop);
    thread.once('error', reject);
    thread.once('exit', () => {
      stopped.removeEventListener('abort', stop);
      resolve();
    });
  });
}

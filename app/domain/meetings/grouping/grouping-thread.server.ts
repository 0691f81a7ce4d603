import { parentPort } from 'node:worker_threads';
import { groupPeople } from './group-people.server.ts';
import type { Grouping, Problem } from './problem.ts';

/** What comes back from the thread. */
export type Reply = { grouping: Grouping } | { problem: string };

parentPort?.on('message', (problem: Problem) => {
  groupPeople(problem).then(
    (grouping) => parentPort?.postMessage({ grouping } satisfies Reply),
    (error: unknown) => parentPort?.postMessage({ problem: String(error) } satisfies Reply),
  );
});

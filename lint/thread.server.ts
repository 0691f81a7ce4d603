// The thread on which long documents are checked; full.server.ts starts it and talks to it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Unpacked } from '#morphology/dictionary.server.ts';
import type { Reply, Request } from './check-thread.server.ts';
import { lintFields } from './engine.ts';
import { createNameTagger, lintWithRisk } from './full.server.ts';

const tagger = createNameTagger(workerData as Unpacked);

parentPort?.on('message', ({ fields, options }: Request) => {
  parentPort?.postMessage(answer(fields, options));
});

function answer(fields: Request['fields'], options: Request['options']): Reply {
  try {
    return { findings: lintFields(fields, { ...options, tagger }, lintWithRisk) };
  } catch (error) {
    // Errors of the check tell the rule that failed, never the text.
    return { problem: error instanceof Error ? error.message : 'unknown' };
  }
}

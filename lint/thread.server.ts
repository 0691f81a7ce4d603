// The thread on which long documents are checked; full.server.ts starts it and talks to it.
import { parentPort, workerData } from 'node:worker_threads';
import { lintFields } from './engine.ts';
import { createNameTagger, lintWithRisk, type Reply, type Request } from './full.server.ts';

const tagger = createNameTagger(workerData as SharedArrayBuffer);

parentPort?.on('message', ({ request, fields, options }: Request) => {
  parentPort?.postMessage(answer(request, fields, options));
});

function answer(request: number, fields: Request['fields'], options: Request['options']): Reply {
  try {
    return { request, findings: lintFields(fields, { ...options, tagger }, lintWithRisk) };
  } catch (error) {
    // Errors of the check tell the rule that failed, never the text.
    return { request, problem: error instanceof Error ? error.message : 'unknown' };
  }
}

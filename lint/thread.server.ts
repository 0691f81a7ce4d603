// The thread on which long documents are checked; full.server.ts starts it and talks to it.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Unpacked } from '#morphology/dictionary.server.ts';
import type { Reply, Request } from './check-thread.server.ts';
import { lintFields } from './engine.ts';
import { createNameTagger, lintWithRisk } from './full.server.ts';
import type { NameTagger } from './options.ts';

if (parentPort) listen(parentPort, createNameTagger(workerData as Unpacked));

function listen(port: MessagePort, tagger: NameTagger) {
  port.on('message', ({ fields, options }: Request) =>
    port.postMessage(answer(fields, { ...options, tagger })),
  );
}

function answer(fields: Request['fields'], options: Request['options']): Reply {
  try {
    return { findings: lintFields(fields, options, lintWithRisk) };
  } catch (error) {
    // Errors of the check tell the rule that failed, never the text.
    return { problem: error instanceof Error ? error.message : 'unknown' };
  }
}

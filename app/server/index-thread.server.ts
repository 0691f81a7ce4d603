// The thread on which a burst is indexed; index-due.server.ts starts it. It has its own connection.
import { setTimeout as pause } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import type { Config } from '#app/config.server.ts';
import { searchJobs } from '#app/domain/search/indexing.server.ts';
import { openServices } from './services.server.ts';

const { db, search, close } = await openServices(workerData as Config);
// The pause is for those who wait to write.
while ((await searchJobs(db, search, new Date())) > 0) await pause(1);
await close();

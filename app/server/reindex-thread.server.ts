// The thread on which the search index is built anew; reindex.server.ts starts it. It has its own connection.
import { workerData } from 'node:worker_threads';
import type { Config } from '#app/config.server.ts';
import { allDocuments } from '#app/domain/search/all-documents.server.ts';
import { openServices } from './services.server.ts';

const { db, search, close } = await openServices(workerData as Config);
await search.rebuild(allDocuments(db));
await close();

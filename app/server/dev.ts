import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { ServerBuild } from '@remix-run/node';
import { createServer as createVite } from 'vite';
import { readConfig } from '#app/config.server.ts';
import { createApp } from './app.server.ts';
import { createLog } from './log.server.ts';
import { openServices } from './services.server.ts';
import { startWorker } from './worker.server.ts';

// `npm run dev`: the site on the demo's database, with pages, domain and styles taken anew from the sources at
// each request. What lies in app/server is loaded once; start again after changing it.
const config = readConfig(process.env, 'demo');
const services = await openServices(config);
const vite = await createVite({ server: { middlewareMode: true }, appType: 'custom' });
const writeLog = (line: string) => process.stderr.write(line);
const worker = startWorker(services, createLog(writeLog));
const build = () =>
  vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>;
const app = createApp(services, build, { nudge: worker.nudge, wrote() {}, writeLog });
const listener = getRequestListener(app.fetch);
createServer((request, response) => {
  vite.middlewares(request, response, () => void listener(request, response));
}).listen(config.port, config.host, () => process.stdout.write(`${config.origin}\n`));

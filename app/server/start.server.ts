import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { ServerBuild } from '@remix-run/node';
import { checkOnThread } from '#lint/full.server.ts';
import { createApp } from './app.server.ts';
import { serveAssets } from './assets.server.ts';
import { createLog } from './log.server.ts';
import { PublicPages } from './public-pages.server.ts';
import type { Services } from './services.server.ts';
import { startWorker } from './worker.server.ts';

export interface Running {
  /** As chosen by the system when the configuration says 0. */
  port: number;
  stop(): Promise<void>;
}

/**
 * Serves the site until stopped.
 *
 * @throws an error with code EADDRINUSE when another program has the port
 */
export async function startSite(
  services: Services,
  build: ServerBuild,
  { assetFolders, writeLog }: { assetFolders: string[]; writeLog: (line: string) => void },
): Promise<Running> {
  checkOnThread();
  const worker = startWorker(services, createLog(writeLog));
  const pages = new PublicPages(services, (path, incoming) =>
    Promise.resolve(
      app.fetch(new Request(services.config.origin + path), { incoming } as unknown as HttpBindings),
    ),
  );
  const app = createApp(services, build, {
    nudge: worker.nudge,
    wrote: () => pages.forget(),
    writeLog,
  });
  const assets = serveAssets(assetFolders);
  const listener = getRequestListener(app.fetch);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (assets(request, response)) return;
    void pages
      .answer(request, response)
      .catch(() => false)
      .then((answered) => (answered ? undefined : listener(request, response)));
  });
  try {
    await listen(server, services.config.port, services.config.host);
  } catch (error) {
    await worker.stop();
    throw error;
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : services.config.port,
    async stop() {
      // Requests under way are answered; connections that only wait are closed.
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 3000).unref();
      });
      await worker.stop();
      await services.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

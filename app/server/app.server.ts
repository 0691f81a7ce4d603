import { randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { Hono } from 'hono';
import { MOST_AT_ONCE } from '#app/domain/files/kinds.ts';
import { written } from '#app/domain/until-written.server.ts';
import { durable } from '#db/durable.server.ts';
import './load-context.server.ts';
import { compressed } from './compression.server.ts';
import { fewAtOnce } from './few-at-once.server.ts';
import { createLog } from './log.server.ts';
import { isOwnOrigin } from './origin.server.ts';
import { plainErrorPage } from './plain-error-page.server.ts';
import { remixByPlace } from './remix-by-place.server.ts';
import { secured } from './security-headers.server.ts';
import type { Services } from './services.server.ts';
import { viewerOnce } from './viewer.server.ts';

/** Largest request, in bytes: the longest note in Markdown, percent-encoded, with room to spare. */
const LARGEST_BODY = 1024 * 1024;
/** Files go to these addresses only; whoever may not send any is turned away before they are read. */
const TAKES_FILES = new Set(['/files/add', '/uploads']);
/** Bytes of a chat's export; years of one have a tenth of it. */
const LARGEST_CHAT = 20_000_000;
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

type Env = { Bindings: HttpBindings };

interface AppHooks {
  /** Tells the worker that the outbox has something. */
  nudge(): void;
  /** A request that may have written was carried out; its answer goes out next. */
  wrote(): void;
  writeLog(line: string): void;
}

/**
 * The site as a Hono app: what holds for every answer (request id, size limit, origin check, security headers,
 * compression), then Remix.
 */
export function createApp(
  services: Services,
  build: ServerBuild | (() => Promise<ServerBuild>),
  { nudge, wrote, writeLog }: AppHooks,
): Hono<Env> {
  const { config } = services;
  const mode = config.mode === 'production' ? 'production' : undefined;
  const remix = typeof build === 'function' ? createRequestHandler(build, mode) : remixByPlace(build, mode);
  const inLine = fewAtOnce(4);
  const app = new Hono<Env>();
  app.get('/healthz', (c) => c.text('ok'));
  app.all('*', async ({ req, env }) => {
    const requestId = randomBytes(6).toString('hex');
    const nonce = randomBytes(16).toString('base64');
    const log = createLog(writeLog, { requestId });
    const request = req.raw;
    const frames: string[] = [];
    let mayHaveWritten = false;
    const respond = async (): Promise<Response> => {
      if (!isReadable(request.url) || isForScripts(request.url)) return plainErrorPage(404, requestId);
      if (WRITES.has(request.method)) {
        if (!isOwnOrigin(request.headers, config.origin)) return plainErrorPage(403, requestId);
        // Remix compares once more, with the Host that arrived; a proxy may have put its own there.
        const claimed = request.headers.get('origin');
        if (claimed) request.headers.set('x-forwarded-host', new URL(claimed).host);
        const length = Number(request.headers.get('content-length') ?? Number.NaN);
        const { pathname } = new URL(request.url);
        const files = TAKES_FILES.has(pathname)
          ? config.files.most * MOST_AT_ONCE
          : pathname === '/desk/import/line'
            ? LARGEST_CHAT
            : 0;
        if (!(length <= LARGEST_BODY + files)) return plainErrorPage(413, requestId);
        mayHaveWritten = true;
      }
      try {
        const address = addressOf(env, request.headers, config.trustProxy);
        const cookies: string[] = [];
        const viewer = viewerOnce(services.sessions, request.headers, cookies);
        const context = {
          ...services,
          requestId,
          nonce,
          address,
          log,
          nudge,
          cookies,
          frames,
          viewer,
          fragments: new Map(),
        };
        const make = () => remix(request, context);
        const response = await (WRITES.has(request.method) ? make() : inLine(make));
        for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
        return response;
      } catch (error) {
        log.error('request failed', { path: new URL(request.url).pathname, error });
        return plainErrorPage(500, requestId);
      }
    };
    const response = await respond();
    if (mayHaveWritten) {
      written(services.db);
      wrote();
      await durable(services.db);
    }
    return compressed(request.headers, secured(response, nonce, frames, config));
  });
  return app;
}

/** Whether the path's percent signs make sense; Remix would print one that does not, past our log. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(new URL(url).pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Remix would tell a script of its own all that a page's loader returns, which is more than the page shows. No page of
 * this site has that script.
 */
const isForScripts = (url: string) => new URL(url).pathname.endsWith('.data');

function addressOf(env: HttpBindings, headers: Headers, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || env.incoming.socket.remoteAddress || 'unknown';
}

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { UntilWritten } from '#app/domain/until-written.server.ts';
import * as entry from '#app/entry.server.tsx';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import '#tests/support/no-console-error.ts';
import { createApp } from './app.server.ts';
import { servicesOver } from './services.server.ts';

const ORIGIN = 'https://tsunagari.example';

/**
 * The server around one route, /page, which does what the test says; /uploads does the same. The database is SQLite in either dialect:
 * nothing here is about what is stored.
 */
async function openApp(
  page: (args: LoaderFunctionArgs) => Response | Promise<Response>,
  env: Record<string, string> = {},
) {
  const db = openSqlite(':memory:');
  onTestFinished(() => db.destroy());
  const services = await servicesOver(readConfig({ ORIGIN, ...env }, 'production'), db, 'sqlite');
  const module = { loader: page, action: page };
  const build = {
    entry: { module: entry },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      page: { id: 'page', parentId: 'root', path: 'page', module },
      uploads: { id: 'uploads', parentId: 'root', path: 'uploads', module },
    },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    isSpaMode: false,
  } as unknown as ServerBuild;
  const lines: string[] = [];
  const app = createApp(services, build, { nudge() {}, wrote() {}, writeLog: (line) => lines.push(line) });
  const incoming = { socket: { remoteAddress: '192.0.2.1' } };
  const ask = (init: RequestInit = {}, path = '/page') =>
    app.fetch(new Request(`${ORIGIN}${path}`, init), { incoming } as never);
  const send = (headers: Record<string, string>) =>
    ask({ method: 'POST', body: 'a=1', headers: { 'Content-Length': '3', ...headers } });
  return { db, ask, send, lines };
}

const html = (text: string) =>
  new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
const hello = () => html('こんにちは');

describe('a request', () => {
  test('may be longer where files are taken, and nowhere else', async () => {
    const { ask } = await openApp(hello);
    const status = async (path: string, megabytes: number) => {
      const headers = { Origin: ORIGIN, 'Content-Length': String(megabytes * 1024 * 1024) };
      return (await ask({ method: 'POST', body: 'a=1', headers }, path)).status;
    };
    expect(await status('/page', 2)).toBe(413);
    expect(await status('/uploads?owner=note:a', 150)).toBe(200);
    expect(await status('/uploads', 300)).toBe(413);
    expect(await status('/files/add', 300)).toBe(413);
    expect(await status('/uploads/page', 2)).toBe(413);
  });
});

test('what all members share is read anew after a request that may write, and not after one that reads', async () => {
  const { db, ask, send } = await openApp(hello);
  let reads = 0;
  const shared = new UntilWritten(async () => ++reads);
  await shared.get(db);
  await ask();
  expect(await shared.get(db)).toBe(1);
  expect((await send({ Origin: ORIGIN })).status).toBe(200);
  expect(await shared.get(db)).toBe(2);
});

test('what a page is made of is told to no script', async () => {
  const { ask } = await openApp(hello);
  expect((await ask({}, '/page')).status).toBe(200);
  expect((await ask({}, '/page.data')).status).toBe(404);
  expect((await ask({}, '/_root.data?_routes=x')).status).toBe(404);
});

describe('every answer', () => {
  test('carries the headers that keep a page to itself', async () => {
    const { ask, send } = await openApp(hello);
    for (const answer of [await ask(), await send({ Origin: 'https://other.example' })]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'; .*frame-ancestors 'none'$/,
        ),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'private, no-cache',
        'strict-transport-security': 'max-age=31536000',
      });
    }
  });

  test('allows no script, style or form but the site’s own', async () => {
    const { ask } = await openApp(hello);
    const policy = (await ask()).headers.get('Content-Security-Policy');
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const part of ["style-src 'self'", "form-action 'self'", "base-uri 'none'"])
      expect(policy).toContain(part);
  });

  test('has a nonce of its own, the one that the page was given', async () => {
    const given: string[] = [];
    const { ask } = await openApp(({ context }) => {
      given.push(context.nonce);
      return hello();
    });
    for (let n = 0; n < 2; n++) {
      const answer = await ask();
      expect(answer.headers.get('Content-Security-Policy')).toContain(`'nonce-${given.at(-1)}'`);
    }
    expect(new Set(given).size).toBe(2);
  });

  test('does not promise https where the site has none', async () => {
    const { ask } = await openApp(hello, { ORIGIN: 'http://localhost:3000' });
    expect((await ask()).headers.has('Strict-Transport-Security')).toBe(false);
  });

  test('takes along the cookies that were set on the way', async () => {
    const { ask } = await openApp(({ context }) => {
      context.cookies.push('a=1; Path=/', 'b=2; Path=/');
      return hello();
    });
    expect((await ask()).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  });
});

describe('a form', () => {
  test.each([
    ['from the site', { Origin: ORIGIN }, 200],
    ['from a browser that leaves Origin out', { 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['from the site under a second name', { Origin: 'http://127.0.0.1:3000', Host: '127.0.0.1:3000' }, 200],
    ['from another site', { Origin: 'https://other.example' }, 403],
    [
      'from the same name without encryption, when asked for elsewhere',
      { Origin: 'http://tsunagari.example' },
      403,
    ],
    ['from a subdomain', { Origin: 'https://evil.tsunagari.example' }, 403],
    ['from a page without an origin', { Origin: 'null' }, 403],
    ['from another site, in a browser that leaves Origin out', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from another site of the same domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['that does not say where it is from', {}, 403],
  ])('%s → %j %i', async (_, headers, status) => {
    let reached = false;
    const { send } = await openApp(() => {
      reached = true;
      return hello();
    });
    const answer = await send(headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(reached).toBe(status === 200);
  });

  test('from elsewhere gets a page in Japanese that says what to do, with a number', async () => {
    const { send } = await openApp(hello);
    const page = await (await send({ Origin: 'https://other.example' })).text();
    expect(page).toMatch(/前のページを開き直して、もう一度お試しください。.*番号 [0-9a-f]{12}/);
  });

  test.each([
    ['as large as can be', String(1024 * 1024), 200],
    ['one byte larger', String(1024 * 1024 + 1), 413],
    ['of unknown size', undefined, 413],
    ['of nonsense size', 'large', 413],
  ])('%s (%s bytes) → %i', async (_, length, status) => {
    const { ask } = await openApp(hello);
    const headers = new Headers({ Origin: ORIGIN });
    if (length) headers.set('Content-Length', length);
    expect((await ask({ method: 'POST', body: 'a=1', headers })).status).toBe(status);
  });

  test('is asked where it comes from; a link is not', async () => {
    const { ask } = await openApp(hello);
    expect((await ask({ headers: { Origin: 'https://other.example' } })).status).toBe(200);
  });
});

describe('an error', () => {
  const SECRET = '佐藤さんの電話は090-1234-5678';
  const fail = () => {
    throw Object.assign(new Error(`could not store ${SECRET}\n    at ${SECRET}`), { code: 'SQLITE_FULL' });
  };

  test('shows no more than that it happened', async () => {
    const { ask } = await openApp(fail);
    const answer = await ask();
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/佐藤|at |Error: could|\.ts/);
  });

  test('is logged with its place and number, and without what was typed, asked for or refused', async () => {
    const { ask, lines } = await openApp(fail);
    await ask({}, `/page?q=${encodeURIComponent(SECRET)}`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'error',
      event: 'request failed',
      requestId: expect.stringMatching(/^[0-9a-f]{12}$/),
      path: '/page',
      error: 'Error',
      code: 'SQLITE_FULL',
      stack: expect.arrayContaining([expect.stringContaining('app.server.test')]),
    });
    expect(decodeURIComponent(lines[0]!)).not.toMatch(/佐藤|090|could not/);
  });

  test('in a page that worked is not there: nothing is logged', async () => {
    const { ask, lines } = await openApp(hello);
    await ask();
    expect(lines).toEqual([]);
  });
});

describe('compression', () => {
  const text = '家賃の滞納が続いています。'.repeat(200);
  const accepting = (encodings: string) => ({ headers: { 'Accept-Encoding': encodings } });
  const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

  test('is brotli where the browser takes it, else gzip, else none', async () => {
    const { ask } = await openApp(() => html(text));
    const brotli = await ask(accepting('gzip, deflate, br'));
    expect(brotli.headers.get('Content-Encoding')).toBe('br');
    expect(brotliDecompressSync(await bytes(brotli)).toString()).toBe(text);
    const gzip = await ask(accepting('gzip'));
    expect(gzip.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(await bytes(gzip)).toString()).toBe(text);
    const plain = await ask(accepting('identity'));
    expect(plain.headers.get('Content-Encoding')).toBeNull();
    expect(await plain.text()).toBe(text);
    for (const answer of [brotli, gzip, plain])
      expect(answer.headers.get('Vary')).toContain('Accept-Encoding');
  });

  test('leaves small answers, pictures and what is packed already as they are', async () => {
    const small = await openApp(hello);
    const answer = await small.ask(accepting('br'));
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(await answer.text()).toBe('こんにちは');
    const picture = await openApp(() => new Response(text, { headers: { 'Content-Type': 'image/png' } }));
    expect((await picture.ask(accepting('br'))).headers.get('Content-Encoding')).toBeNull();
    const packed = { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' };
    const again = await openApp(() => new Response(text, { headers: packed }));
    expect((await again.ask(accepting('br'))).headers.get('Content-Encoding')).toBe('gzip');
  });

  test('keeps status and headers, also where there is no body', async () => {
    const { ask } = await openApp(() => {
      const headers = { 'Content-Type': 'text/html', Location: '/login', 'X-Mark': 'a' };
      return new Response(null, { status: 302, headers });
    });
    const answer = await ask(accepting('br'));
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('X-Mark')]).toEqual([
      302,
      '/login',
      'a',
    ]);
  });
});

describe('the client’s address', () => {
  const address = async (env: Record<string, string>, forwarded?: string) => {
    const { ask } = await openApp(({ context }: { context: AppLoadContext }) => html(context.address), env);
    return (await ask(forwarded ? { headers: { 'X-Forwarded-For': forwarded } } : {})).text();
  };

  test('is the connection’s, whatever a header claims', async () => {
    expect(await address({}, '203.0.113.9')).toBe('192.0.2.1');
  });

  test('is what the proxy in front wrote last, where there is one', async () => {
    expect(await address({ TRUST_PROXY: 'on' }, '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await address({ TRUST_PROXY: 'on' })).toBe('192.0.2.1');
  });
});

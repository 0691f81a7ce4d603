import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/domain/ids.server.ts';
import { ASKER } from '#tests/support/accounts.ts';
import { HttpClient } from '#tests/support/http-client.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';

const ORIGIN = 'https://tsunagari.example';
const PAGES = ['/', '/questions', '/questions/new', '/notes', '/settings', '/nowhere'];

describe('the site as it runs in production', () => {
  let site: TestSite;
  let member: HttpClient;
  let cookie: string;

  beforeAll(async () => {
    site = await startTestSite({ dialect: 'sqlite', origin: ORIGIN });
    member = new HttpClient(site.url, ORIGIN);
    cookie = (await member.logIn(ASKER)).headers.get('set-cookie') ?? '';
  });
  afterAll(() => site?.stop());

  const question = () => ({
    intent: 'post',
    key: newId(),
    title: '灯油代の助成',
    body: '町の助成を教えてください。',
    programme: 'juukyo',
  });

  describe('a write', () => {
    test('from a page of this site is taken', async () => {
      expect((await member.post('/questions/new', question())).status).toBe(302);
    });

    test.each([
      ['from a page of another site', { Origin: 'https://evil.example' }],
      ['from a page that hides where it is', { Origin: 'null' }],
      ['from a site whose name begins alike', { Origin: `${ORIGIN}.evil.example` }],
    ])('%s is refused', async (_where, headers) => {
      const { status, html } = await member.post('/questions/new', question(), headers);
      expect(status).toBe(403);
      expect(html).toContain('このページからは送れません');
    });

    test('without an origin is taken only where the browser calls it one of this site', async () => {
      const send = (headers?: Record<string, string>) =>
        member.postWithoutOrigin('/questions/new', question(), headers);
      expect((await send()).status).toBe(403);
      expect((await send({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
      expect((await send({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(302);
    });
  });

  describe('every page', () => {
    test.each(PAGES)('%s lets only its own scripts run, by a number used once', async (path) => {
      const [first, second] = [await member.get(path), await member.get(path)];
      const nonceOf = ({ headers }: typeof first) =>
        /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(headers.get('content-security-policy') ?? '')?.[1];
      const nonce = nonceOf(first);
      expect(nonce).toMatch(/^[\w+/=]{20,}$/);
      expect(nonceOf(second)).not.toBe(nonce);

      const scripts = [...first.html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      for (const tag of scripts) {
        if (!tag.includes('type="application/json"')) expect(tag).toContain(`nonce="${nonce}"`);
      }
      expect(first.html).not.toMatch(/<[^>]+\son[a-z]+=/);
      // The policy takes no style attributes either, so one would be without effect.
      expect(first.html).not.toMatch(/<[^>]+\sstyle=/);
      expect(first.html).not.toContain('<style');
    });

    test.each(PAGES)('%s carries the headers that keep it to itself', async (path) => {
      const { headers } = await member.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(part);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
      expect(headers.get('cache-control')).toContain('private');
    });
  });

  test('the login cookie is out of reach of scripts, of other sites and of plain http', () => {
    const attributes = cookie.split('; ').slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/']));
  });

  test('what the cookie holds stands nowhere in the database', async () => {
    const secret = /tsunagari_session=([^;]+)/.exec(cookie)?.[1] as string;
    expect(secret.length).toBeGreaterThan(20);
    expect(await site.stored()).not.toContain(secret);
  });

  test('a logout ends the login on the server too', async () => {
    const leaver = new HttpClient(site.url, ORIGIN);
    const secret = /tsunagari_session=[^;]+/.exec(
      (await leaver.logIn(ASKER)).headers.get('set-cookie') ?? '',
    )?.[0];
    expect((await leaver.post('/logout', {})).location).toBe('/login');
    const thief = await fetch(`${site.url}/settings`, {
      headers: { Cookie: secret ?? '' },
      redirect: 'manual',
    });
    expect(thief.status).toBe(302);
  });

  test('the page of all parts is not there', async () => {
    expect((await member.get('/parts')).status).toBe(404);
  });

  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..\\..\\package.json',
  ])('no file outside is to be had by %s', async (path) => {
    const answer = await sendRaw(site.url, path);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400|302) /);
    expect(answer).not.toContain('"devDependencies"');
    expect(answer).not.toContain('root:');
  });

  describe('when something breaks', () => {
    test('the page tells a number that stands in the log, and nothing of the inside', async () => {
      await sql`alter table note rename to note_gone`.execute(site.db);
      try {
        const { status, html } = await member.get('/notes');
        expect(status).toBe(500);
        expect(html).toContain('うまく表示できませんでした');
        const id = /番号\s*(?:<[^>]+>)?([0-9a-f]{12})/.exec(html)?.[1];
        expect(id).toBeDefined();
        const line =
          site
            .logs()
            .split('\n')
            .find((entry) => entry.includes(id as string)) ?? '';
        expect(JSON.parse(line)).toMatchObject({ level: 'error', path: '/notes', requestId: id });
        for (const inside of [
          'SqliteError',
          'no such table',
          'note_gone',
          '.ts:',
          '.js:',
          'node_modules',
          'at async',
        ])
          expect(html).not.toContain(inside);
      } finally {
        await sql`alter table note_gone rename to note`.execute(site.db);
      }
      expect((await member.get('/notes')).status).toBe(200);
    });
  });
});

/** Sends a path as it is; every other client would tidy it up first. */
async function sendRaw(url: string, path: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
  socket.end(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

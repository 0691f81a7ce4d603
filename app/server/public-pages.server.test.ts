import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { hideIn, showAgain } from '#app/domain/anonymization/hidden.server.ts';
import { createLucia } from '#app/domain/login/lucia.server.ts';
import { publishReport, withdrawReport } from '#app/domain/reports/publish-report.server.ts';
import { findReport, reportState } from '#app/domain/reports/read-report.server.ts';
import { saveReport } from '#app/domain/reports/save-report.server.ts';
import { addMember, later, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { meetingOf } from '#tests/support/meetings.server.ts';
import { PublicPages } from './public-pages.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

/** A public report behind a server of which nothing but the report's text is known. */
async function openSite() {
  const { db, desk } = await openNetwork();
  const slug = await meetingOf(db);
  const form = (body: string) => ({
    lead: '灯油の話をしました。',
    numbersLine: '',
    body,
    summaries: new Map<number, string>(),
    films: '',
    filmsAudience: 'members',
  });
  let version = 0;
  const publish = async (body: string) => {
    const saving = { form: form(body), begun: version, acknowledgements: [] };
    version = must(await saveReport(db, desk, slug, saving, later(version)));
    const publishing = { version, audience: 'everyone' as const, correction: '書き直しました' };
    must(await publishReport(db, desk, slug, publishing, later(version)));
  };
  await publish('はじめの文章です。');
  const sessions = createLucia(db, { secure: false, days: 30 });
  let renders = 0;
  /** Keeps whoever renders until it is resolved. */
  let gate: Promise<void> = Promise.resolve();
  const pages = new PublicPages({ db, sessions }, async () => {
    renders += 1;
    const nonce = `nonce${renders}/+==`;
    const report = await findReport(db, 'everyone', slug);
    await gate;
    if (!report) return new Response('', { status: 404 });
    const html = `<meta property="csp-nonce" nonce="${nonce}"><script nonce="${nonce}"></script>${report.body}`;
    const policy = `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'`;
    return new Response(html.padEnd(3000), {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    });
  });
  const server = createServer((request, response) => {
    void pages
      .answer(request, response)
      .then((answered) => (answered ? undefined : response.writeHead(404).end('elsewhere')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const ask = (headers: Record<string, string> = {}, path = `/meetings/${slug}/report`, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
  const wait = () => {
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  };
  return { db, desk, slug, publish, pages, ask, wait, sessions, renders: () => renders };
}

describe('a public report', () => {
  test('is rendered once for all visitors, without a nonce, and may be asked for again by its ETag', async () => {
    const { ask, renders } = await openSite();
    const first = await ask();
    expect(first.status).toBe(200);
    const text = await first.text();
    expect(text).toContain('はじめの文章です。');
    expect(text).not.toContain('nonce1');
    expect(first.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'");
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('vary')).toBe('Accept-Encoding, Cookie');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await ask({ 'If-None-Match': `"other", ${etag}` });
    expect([again.status, await again.text(), renders()]).toEqual([304, '', 1]);
    const head = await ask({}, undefined, 'HEAD');
    expect([head.status, await head.text(), renders()]).toEqual([200, '', 1]);
  });

  test('comes as the client would rather have it, each encoding under an ETag of its own', async () => {
    const { ask, renders } = await openSite();
    const etags = new Set<string | null>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await ask({ 'Accept-Encoding': encoding });
      etags.add(answer.headers.get('etag'));
      expect(await answer.text()).toContain('はじめの文章です。');
    }
    expect([etags.size, renders()]).toEqual([3, 1]);
  });

  test('is left to the site for members, for other addresses and for what sends something', async () => {
    const { db, ask, sessions, renders } = await openSite();
    const member = await addMember(db);
    const { id } = await sessions.createSession(member.id, {});
    const cookie = sessions.createSessionCookie(id).serialize().split(';')[0] ?? '';
    for (const answer of [
      await ask({ Cookie: cookie }),
      await ask({}, '/meetings/koukan-7/report?a=1'),
      await ask({}, '/meetings/koukan-7/report/edit'),
      await ask({}, '/meetings/nothing/report'),
      await ask({}, undefined, 'POST'),
    ])
      expect([answer.status, await answer.text()]).toEqual([404, 'elsewhere']);
    expect(renders()).toBe(0);
    expect((await ask({ Cookie: 'other=1' })).status).toBe(200);
  });

  test('is never shown again once it is hidden or withdrawn, by whatever process', async () => {
    const { db, desk, slug, publish, ask } = await openSite();
    const status = async () => (await ask()).status;
    const { id } = (await reportState(db, slug))!;
    expect(await status()).toBe(200);
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'meeting-report', id, NOW));
    expect(await status()).toBe(404);
    must(await showAgain(db, desk.id, 'meeting-report', id, NOW));
    expect(await status()).toBe(200);
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'meeting', slug, NOW));
    expect(await status()).toBe(404);
    must(await showAgain(db, desk.id, 'meeting', slug, NOW));
    expect(await status()).toBe(200);
    must(await withdrawReport(db, desk.id, slug, NOW));
    expect(await status()).toBe(404);
    await publish('つぎの文章です。');
    expect(await (await ask()).text()).toContain('つぎの文章です。');
    await publish('直した文章です。');
    expect(await (await ask()).text()).toContain('直した文章です。');
  });

  test('is rendered anew after something was written, and what was being rendered meanwhile is not kept', async () => {
    const { ask, pages, wait, renders } = await openSite();
    await ask();
    pages.forget();
    const open = wait();
    const [one, other] = [ask(), ask()];
    await expect.poll(renders).toBe(2);
    pages.forget();
    const late = ask();
    await expect.poll(renders).toBe(3);
    open();
    for (const answer of await Promise.all([one, other, late])) expect(answer.status).toBe(200);
    await ask();
    expect(renders()).toBe(3);
  });
});

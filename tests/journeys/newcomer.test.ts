import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadBuild } from '#app/cli/build.server.ts';
import { newId } from '#app/domain/ids.server.ts';
import { type Command, freePort, run, takePort } from '#tests/support/command.ts';
import { HttpClient } from '#tests/support/http-client.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tsunagari-newcomer-'));
  // Built beforehand, so that what is waited for below is the start alone.
  await loadBuild((line) => process.stdout.write(`${line}\n`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tsunagari demo', () => {
  const settings = { DATA_DIR: '', PORT: '', LANG: 'C.UTF-8' };
  const title = '二度目にも残る質問';
  let url: string;
  let demo: Command;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    Object.assign(settings, { DATA_DIR: join(folder, 'demo'), PORT: String(port) });
    demo = run(['demo'], settings);
    await demo.until(/止めるとき/);
  });
  afterAll(() => demo?.stop());

  test('prints its address, the accounts and how to stop', () => {
    expect(demo.printed()).toContain('Filling the demo network');
    expect(demo.printed()).toContain(url);
    for (const name of ['soudanin', 'facilitator', 'jimukyoku'])
      expect(demo.printed()).toMatch(new RegExp(`${name}@demo\\.example\\s+\\S+`));
    expect(demo.printed()).toContain('Ctrl+C');
  });

  test('lets one log in with what it printed, and write', async () => {
    const member = new HttpClient(url, url);
    await member.logIn(account(demo.printed()));
    const question = { title, body: '町の助成を教えてください。', programme: 'juukyo' };
    const { status } = await member.post('/questions/new', { intent: 'post', key: newId(), ...question });
    expect(status).toBe(302);
  });

  test('says which port is taken and how to choose another, and ends with 2', async () => {
    const { port, release } = await takePort();
    const second = run(['demo'], { ...settings, PORT: String(port) });
    expect(await second.end()).toBe(2);
    await release();
    expect(second.printed()).toContain(`port ${port} is taken by another program`);
    expect(second.printed()).toContain(`ポート ${port} は使えません`);
    expect(second.printed()).toMatch(/PORT=\d+ npm run demo/);
    expect(second.printed()).not.toContain('    at ');
  });

  test('ends at Ctrl+C, and the next start has what was written', async () => {
    expect(await demo.stop()).toBe(0);
    demo = run(['demo'], settings);
    await demo.until(/止めるとき/);
    expect(demo.printed()).not.toContain('Filling the demo network');
    const member = new HttpClient(url, url);
    await member.logIn(account(demo.printed()));
    expect((await member.get('/questions')).html).toContain(title);
  });
});

describe('tsunagari serve over an empty database', () => {
  const network = {
    siteName: 'つながり',
    networkName: '試験のネットワーク',
    organizationName: '北海道ネットワーク事務局',
    familyName: '鈴木',
    email: 'desk@example.jp',
    password: 'a-long-password',
  };
  let url: string;
  let serve: Command;
  let link: URL;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    serve = run(['serve'], {
      DATA_DIR: join(folder, 'live'),
      PORT: String(port),
      HOST: '127.0.0.1',
      ORIGIN: '',
    });
    const [found] = await serve.until(/http\S+\/setup\?code=\S+/);
    link = new URL(found);
  });
  afterAll(() => serve?.stop());

  const visitor = () => new HttpClient(url, url);
  const form = () => ({ ...network, code: link.searchParams.get('code') ?? '' });

  test('has no page for setting up without the code', async () => {
    expect((await visitor().get('/setup')).status).toBe(404);
    expect((await visitor().get('/setup?code=guess')).status).toBe(404);
    expect((await visitor().post('/setup', { code: 'guess', ...network })).status).toBe(404);
    expect((await visitor().get('/login')).html).toContain('まだ準備中です');
  });

  test('says what is missing, and the link goes on to work', async () => {
    const { status, html } = await visitor().post(link.pathname + link.search, {
      ...form(),
      password: 'short',
    });
    expect(status).toBe(422);
    expect(html).toContain('パスワードは10文字以上にしてください');
    expect((await visitor().get(link.pathname + link.search)).status).toBe(200);
  });

  test('is set up by its link, once', async () => {
    const first = visitor();
    const { status, location, headers } = await first.post(link.pathname + link.search, form());
    expect(status).toBe(302);
    expect(headers.get('set-cookie')).toContain('Secure');
    expect((await first.get(location ?? '')).html).toContain('事務局デスク');

    expect((await visitor().get(link.pathname + link.search)).status).toBe(404);
    const again = { ...form(), email: 'second@example.jp' };
    expect((await visitor().post(link.pathname + link.search, again)).status).toBe(404);
    expect((await visitor().get('/login')).html).not.toContain('まだ準備中です');
  });
});

test('a wrong setting is named in a sentence, with exit code 2', async () => {
  const serve = run(['serve'], { DATA_DIR: join(folder, 'never'), PORT: 'many', ORIGIN: 'tsunagari' });
  expect(await serve.end()).toBe(2);
  expect(serve.printed()).toContain('PORT must be a whole number');
  expect(serve.printed()).toContain('ORIGIN must look like');
  expect(serve.printed()).not.toContain('    at ');
});

/** The counselor of the demo network, as the terminal shows them. */
function account(printed: string) {
  const [, email = '', password = ''] = /(soudanin@\S+)\s+(\S+)/.exec(printed) ?? [];
  return { email, password };
}

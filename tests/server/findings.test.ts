import type { ServerBuild } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { wordsInForce } from '#app/domain/anonymization/settings.server.ts';
import * as entry from '#app/entry.server.tsx';
import * as findings from '#app/routes/findings.ts';
import { createApp } from '#app/server/app.server.ts';
import { servicesOver } from '#app/server/services.server.ts';
import type { Finding } from '#lint/rule.ts';
import { anonymous, NOW, openNetwork, type TestMember } from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';

const ORIGIN = 'https://tsunagari.example';
/** A name that only the server finds. */
const NAME = '砂金澄仁';
const BODY = `${NAME}は家賃を滞納しています。`;

type Field = [name: string, value: string];

/** The site with its one route that checks while somebody writes. */
async function openSite() {
  const { db, asker, peer } = await openNetwork();
  // PostgreSQL is the same database in all tests.
  wordsInForce.forget(db);
  const services = await servicesOver(readConfig({ ORIGIN }, 'production'), db, DIALECT);
  const build = {
    entry: { module: entry },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      findings: { id: 'findings', parentId: 'root', path: 'findings', module: findings },
    },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
  const lines: string[] = [];
  const app = createApp(services, build, { nudge() {}, wrote() {}, writeLog: (line) => lines.push(line) });
  const incoming = { socket: { remoteAddress: '192.0.2.1' } };

  async function check(member: TestMember | null, fields: Field[], headers: Record<string, string> = {}) {
    const body = new URLSearchParams([...fields, ['profile', 'question']]).toString();
    const session = member && (await services.sessions.createSession(member.id, {}));
    const cookie = session ? services.sessions.createSessionCookie(session.id).serialize() : '';
    const sent = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(body.length),
      Cookie: cookie.split(';', 1)[0] as string,
      Origin: ORIGIN,
      ...headers,
    };
    const request = new Request(`${ORIGIN}/findings`, { method: 'POST', body, headers: sent });
    return app.fetch(request, { incoming } as never);
  }
  async function found(member: TestMember, ...fields: Field[]) {
    const answer = await check(member, fields);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { findings: Array<Finding & { field: string }> }).findings;
  }
  return { db, asker, peer, check, found, logged: () => lines.join('') };
}

describe('the check of a text that is being written', () => {
  test('finds what the gate would find, by field and as typed', async () => {
    const { asker, found } = await openSite();
    expect(await found(asker, ['title', `${NAME}のこと`], ['body', `${BODY}\n43歳です。`])).toMatchObject([
      { field: 'title', text: NAME, start: 0, end: 4, severity: 'error' },
      { field: 'body', text: NAME, start: 0, end: 4, severity: 'error' },
      { field: 'body', text: '43歳', start: 17, severity: 'warning' },
    ]);
  });

  test('knows the author, the members and the words that are no names', async () => {
    const { db, asker, found } = await openSite();
    await db
      .insertInto('allowed_word')
      .values({
        word: anonymous('ぽんた'),
        reason: anonymous('催しの名前'),
        allowed_by: asker.id,
        allowed_at: NOW.toISOString(),
      })
      .execute();
    const body = '高橋と申します。渡辺さん、ありがとうございます。ぽんたさんの件です。';
    expect(await found(asker, ['body', body])).toEqual([]);
    const others = body.replace('高橋', '佐藤').replace('渡辺', '田中').replace('ぽんた', 'のんた');
    expect((await found(asker, ['body', others])).map(({ text }) => text)).toEqual([
      '佐藤',
      '田中',
      'のんた',
    ]);
  });

  test('gives no letter to a second person, whether the thread or the author has used it', async () => {
    const { asker, found } = await openSite();
    const letters = async (...fields: Field[]) =>
      (await found(asker, ['body', `${BODY}佐藤さんもです。`], ...fields)).map(
        ({ suggestions }) => suggestions[0]?.replacement,
      );
    expect(await letters()).toEqual(['Ａ', 'Ｂ']);
    expect(await letters(['taken', 'Ａ'])).toEqual(['Ｂ', 'Ｃ']);
    expect(await letters(['letter', 'Ａ:佐藤'])).toEqual(['Ｂ', 'Ａ']);
  });

  test('is kept by nobody on the way, and leaves nothing behind', async () => {
    const { db, asker, check, logged } = await openSite();
    const answer = await check(asker, [['body', BODY]]);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.text()).toContain(NAME);
    expect(logged()).not.toContain(NAME);
    for (const table of ['question', 'answer', 'comment', 'outbox', 'audit', 'objection'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('takes a note as long as notes may be, which no question may', async () => {
    const { asker, check } = await openSite();
    const body: Field = ['body', '文'.repeat(9000)];
    expect((await check(asker, [['profile', 'note'], body])).status).toBe(200);
    expect((await check(asker, [['profile', 'question'], body])).status).toBe(413);
    expect(
      (
        await check(asker, [
          ['profile', 'note'],
          ['body', '文'.repeat(20_001)],
        ])
      ).status,
    ).toBe(413);
  });

  test('is for members', async () => {
    const { asker, check, logged } = await openSite();
    expect((await check(null, [['body', BODY]])).status).toBe(401);
    expect((await check(asker, [['body', BODY]])).status).toBe(200);
    expect(logged()).toBe('');
  });

  test('is refused to pages of other sites', async () => {
    const { asker, check } = await openSite();
    const foreign = { Origin: 'https://other.example' };
    const answer = await check(asker, [['body', BODY]], foreign);
    expect([answer.status, (await answer.text()).includes(NAME)]).toEqual([403, false]);
  });

  test.each<[what: string, fields: Field[], status: number]>([
    ['a body longer than a post', [['body', 'あ'.repeat(8001)]], 413],
    ['a title longer than a title', [['title', 'あ'.repeat(81)]], 413],
    ['more than any form', [['tags', 'a'.repeat(200_000)]], 413],
    ['a kind of post that has no composer', [['profile', 'report']], 422],
    ['a letter that is none', [['letter', '佐藤']], 422],
    ['a taken letter that is none', [['taken', '佐藤さん']], 422],
  ])('takes no %s', async (_, fields, status) => {
    const { asker, check } = await openSite();
    expect((await check(asker, fields)).status).toBe(status);
  });

  test('answers the longest post', async () => {
    const { asker, found } = await openSite();
    const body = `${BODY}支払いの順番を決めました。\n`.padEnd(8000, '家計の見直しを行いました。\n');
    expect((await found(asker, ['body', body])).map(({ text }) => text)).toEqual([NAME]);
  });

  test('is not done more than sixty times a minute for one member', async () => {
    const { asker, peer, check } = await openSite();
    const statuses: number[] = [];
    for (let times = 0; times < 61; times += 1) statuses.push((await check(asker, [])).status);
    expect(statuses.indexOf(429)).toBe(60);
    expect((await check(peer, [])).status).toBe(200);
  });
});

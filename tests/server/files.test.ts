import { readdirSync } from 'node:fs';
import type { AppLoadContext } from '@remix-run/node';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { hideIn } from '#app/domain/anonymization/hidden.server.ts';
import { performIndexing } from '#app/domain/search/indexing.server.ts';
import { loader as download } from '#app/routes/files.$id.ts';
import { loader as preview } from '#app/routes/files.$id_.preview.ts';
import { action as upload } from '#app/routes/uploads.ts';
import { servicesOver } from '#app/server/services.server.ts';
import { searchFor } from '#tests/support/searching.server.ts';
import { NOW, openNetwork, type TestMember } from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';
import { docx, noteOf, openTestFiles, pdfText } from '../support/files.server.ts';
import { meetingOf } from '../support/meetings.server.ts';
import { reportOf } from '../support/reports.server.ts';
import { contextOf } from '../support/route-context.server.ts';

interface Told {
  ok: boolean;
  name: string;
  title: string;
  places: string[];
}

async function openSite({ most }: { most?: number } = {}) {
  const network = await openNetwork();
  const services = {
    ...(await servicesOver(readConfig({}, 'test'), network.db, DIALECT)),
    files: openTestFiles(most === undefined ? {} : { most }),
  };
  const note = await noteOf(network.db, network.asker);
  const contextFor = (member: TestMember | null): AppLoadContext => contextOf(services, member);
  const ask = (
    route: typeof download,
    id: string,
    headers: Record<string, string> = {},
    member: TestMember | null = network.peer,
  ) =>
    route({
      request: new Request(`http://localhost/files/${id}`, { headers }),
      params: { id },
      context: contextFor(member),
    }) as Promise<Response>;
  const post = async (body: FormData, init: RequestInit = {}) => {
    const request = new Request(`http://localhost/uploads?owner=${note}`, { method: 'POST', body, ...init });
    const response = await upload({ request, params: {}, context: contextFor(network.asker) });
    return ((await response.json()) as { told: Told[] }).told;
  };
  const send = (name: string, content: Uint8Array | string, fields: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [field, value] of Object.entries(fields)) body.set(field, value);
    body.append('files', new File([content as Uint8Array<ArrayBuffer>], name));
    return post(body);
  };
  const idOf = async (name: string) =>
    (
      await network.db
        .selectFrom('attachment')
        .select('id')
        .where('name', '=', name as never)
        .executeTakeFirstOrThrow()
    ).id;
  const onDisk = () =>
    readdirSync(services.files.folder.path, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
  return { ...network, services, note, ask, post, send, idOf, onDisk };
}

const statusOf = async (work: Promise<unknown>) =>
  work.then(
    (response) => (response as Response).status,
    (thrown: { init?: { status: number }; status?: number }) => thrown.init?.status ?? thrown.status,
  );

describe('an upload', () => {
  test('to a report is the desk’s alone, though others may read the report', async () => {
    const { services, db, desk, peer } = await openSite();
    const owner = `meeting-report:${await reportOf(db, desk, await meetingOf(db))}`;
    const sendAs = (member: TestMember) => {
      const body = new FormData();
      body.append('files', new File(['次第です。'], '次第.txt'));
      const request = new Request(`http://localhost/uploads?owner=${owner}`, { method: 'POST', body });
      return statusOf(upload({ request, params: {}, context: contextOf(services, member) }));
    };
    expect([await sendAs(peer), await sendAs(desk)]).toEqual([403, 200]);
    expect(await db.selectFrom('attachment').select('owner').execute()).toEqual([{ owner }]);
  });

  test('takes several files at once, each on its own', async () => {
    const { post, db } = await openSite();
    const body = new FormData();
    body.append('files', new File(['制度の説明です。'], '説明;その"1"=改.txt'));
    body.append('files', new File(['携帯は 090-1234-5678 です。'], 'だめ.txt'));
    body.append('files', new File([], ''));
    expect(await post(body)).toMatchObject([
      { ok: true, title: '付けました' },
      { ok: false, name: 'だめ.txt', places: [expect.stringContaining('1行目：「090-1234-5678」')] },
    ]);
    expect(await db.selectFrom('attachment').select('owner').execute()).toHaveLength(1);
  });

  test('of more than the setting is stopped where it is too long', async () => {
    const { send, onDisk } = await openSite({ most: 50_000 });
    const [told] = await send('a.txt', 'a'.repeat(60_000));
    expect(told).toMatchObject({ ok: false, title: '大きすぎます' });
    expect((await send('b.txt', '制度の説明です。'.padEnd(50_000 - 16, ' ')))[0]?.ok).toBe(true);
    expect(onDisk()).toHaveLength(1);
  });

  test('that breaks off leaves nothing', async () => {
    const { post, onDisk } = await openSite();
    const boundary = 'x';
    const begin = `--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhalf`;
    const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
    expect(await statusOf(post(begin as never, { headers, body: begin }))).toBe(400);
    expect(
      await statusOf(post('a=b' as never, { headers: { 'Content-Type': 'text/plain' }, body: 'a=b' })),
    ).toBe(400);
    expect(onDisk()).toEqual([]);
  });

  test('of many more files than are taken at once takes the first ten', async () => {
    const { post } = await openSite();
    const body = new FormData();
    for (let n = 0; n < 12; n += 1) body.append('files', new File([`${n}枚めの説明です。`], `${n}.txt`));
    expect(await post(body)).toHaveLength(10);
  });
});

describe('a file is served', () => {
  test('so that it can do nothing in a browser', async () => {
    const { send, ask, idOf } = await openSite();
    await send('説明 (1).txt', '制度の<b>説明</b>です。');
    const response = await ask(download, await idOf('説明 (1).txt'));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="__ (1).txt"; filename*=UTF-8''%E8%AA%AC%E6%98%8E%20%281%29.txt`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    });
    expect(await response.text()).toBe('制度の<b>説明</b>です。');
  });

  test('in pieces, where they are asked for', async () => {
    const { send, ask, idOf } = await openSite();
    await send('a.txt', 'abcdefghij');
    const id = await idOf('a.txt');
    const piece = async (range: string, more: Record<string, string> = {}) => {
      const response = await ask(download, id, { Range: range, ...more });
      return [response.status, response.headers.get('content-range'), await response.text()];
    };
    expect(await piece('bytes=2-4')).toEqual([206, 'bytes 2-4/10', 'cde']);
    expect(await piece('bytes=7-')).toEqual([206, 'bytes 7-9/10', 'hij']);
    expect(await piece('bytes=-3')).toEqual([206, 'bytes 7-9/10', 'hij']);
    expect(await piece('bytes=5-99')).toEqual([206, 'bytes 5-9/10', 'fghij']);
    expect(await piece('bytes=10-')).toEqual([416, 'bytes */10', '']);
    expect(await piece('bytes=-0')).toEqual([416, 'bytes */10', '']);
    for (const odd of ['bytes=4-2', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b']) {
      expect(await piece(odd)).toEqual([200, null, 'abcdefghij']);
    }
    const etag = (await ask(download, id)).headers.get('etag') as string;
    expect(await piece('bytes=2-4', { 'If-Range': etag })).toEqual([206, 'bytes 2-4/10', 'cde']);
    expect(await piece('bytes=2-4', { 'If-Range': '"other"' })).toEqual([200, null, 'abcdefghij']);
    expect((await ask(download, id, { 'If-None-Match': etag })).status).toBe(304);
  });

  test('a photo in the page, with a small picture beside it', async () => {
    const { send, ask, idOf } = await openSite();
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#876' } })
      .jpeg()
      .toBuffer();
    expect(await send('白板.jpg', photo)).toMatchObject([{ ok: false }]);
    await send('白板.jpg', photo, { looked: '1' });
    const id = await idOf('白板.jpg');
    expect((await ask(download, id)).headers.get('content-disposition')).toMatch(/^inline; /);
    const small = await ask(preview, id);
    expect(small.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(480);
  });

  test('to whom its note is shown: members, or everyone, or nobody when it is hidden', async () => {
    const { send, ask, idOf, db, desk, note, peer } = await openSite();
    await send('a.pdf', pdfText('hello'));
    const id = await idOf('a.pdf');
    expect(await statusOf(ask(download, id, {}, null))).toBe(302);
    expect(await statusOf(ask(download, id, {}, peer))).toBe(200);
    const audience = (to: 'everyone' | 'members') => db.updateTable('note').set({ audience: to }).execute();
    await audience('everyone');
    expect(await statusOf(ask(download, id, {}, null))).toBe(200);
    await audience('members');
    expect(await statusOf(ask(download, id, {}, null))).toBe(302);
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'note', note.slice('note:'.length), NOW));
    expect(await statusOf(ask(download, id, {}, peer))).toBe(404);
    expect(await statusOf(ask(preview, id, {}, peer))).toBe(404);
  });
});

test('a note is found by what its files say, as long as they are there', async () => {
  const { send, db, services, note } = await openSite();
  await send('手引き.docx', docx(['灯油代の貸付けは役場で申し込みます']));
  const found = async () => {
    await performIndexing(db, services.search, [{ subject: note }], NOW);
    return (await searchFor(db, services.search, '灯油代')).results.map(({ kind }) => kind);
  };
  expect(await found()).toEqual(['note']);
  await db.deleteFrom('attachment').execute();
  expect(await found()).toEqual([]);
});

test('the virus scanner and the limit are settings', () => {
  const { files } = readConfig({ DATA_DIR: '/srv/t', FILE_LIMIT_MB: '5', CLAMD: '127.0.0.1:3310' }, 'test');
  expect(files).toEqual({
    folder: '/srv/t/files',
    most: 5 * 1024 * 1024,
    clamd: { host: '127.0.0.1', port: 3310 },
  });
  const local = readConfig({ FILES_DIR: '/mnt/f', CLAMD: '/run/clamd.ctl' }, 'test').files;
  expect(local).toEqual({ folder: '/mnt/f', most: 20 * 1024 * 1024, clamd: { path: '/run/clamd.ctl' } });
  expect(() => readConfig({ CLAMD: 'somewhere' }, 'test')).toThrow(/CLAMD/);
  expect(() => readConfig({ FILE_LIMIT_MB: '0' }, 'test')).toThrow(/FILE_LIMIT_MB/);
});

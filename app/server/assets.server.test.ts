import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { serveAssets } from './assets.server.ts';

const STYLES = 'body { color: #123; }\n'.repeat(100);
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);

/** A server over a folder with a style sheet, a picture and a file of unknown kind. */
async function openAssets() {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-assets-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/styles-abc.css'), STYLES);
  writeFileSync(join(folder, 'icon.png'), PICTURE);
  writeFileSync(join(folder, 'secret.env'), 'TOKEN=1');
  writeFileSync(join(folder, '..', 'tsunagari-outside.txt'), 'outside');
  const serve = serveAssets([folder]);
  const server = createServer((asked, answer) => {
    if (!serve(asked, answer)) answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
    rmSync(join(folder, '..', 'tsunagari-outside.txt'), { force: true });
  });
  const { port } = server.address() as AddressInfo;
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      request({ port, path, headers, method }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      })
        .on('error', reject)
        .end();
    });
}

test('a file is served with its type, a tag of its content, and for ever where its name carries a hash', async () => {
  const get = await openAssets();
  const styles = await get('/assets/styles-abc.css');
  expect(styles.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(STYLES.length),
    'x-content-type-options': 'nosniff',
  });
  expect(styles.body.toString()).toBe(STYLES);
  const icon = await get('/icon.png?v=2', { 'Accept-Encoding': 'br' });
  expect(icon.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=3600',
  });
  expect(icon.headers['content-encoding']).toBeUndefined();
  expect(icon.body).toEqual(PICTURE);
});

test('text is packed as the browser likes it', async () => {
  const get = await openAssets();
  const brotli = await get('/assets/styles-abc.css', { 'Accept-Encoding': 'gzip, br' });
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(brotliDecompressSync(brotli.body).toString()).toBe(STYLES);
  const gzip = await get('/assets/styles-abc.css', { 'Accept-Encoding': 'gzip' });
  expect(gunzipSync(gzip.body).toString()).toBe(STYLES);
});

test('what the browser has already is not sent again', async () => {
  const get = await openAssets();
  const { headers } = await get('/icon.png');
  const again = await get('/icon.png', { 'If-None-Match': String(headers.etag) });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
  expect((await get('/icon.png', { 'If-None-Match': '"other"' })).status).toBe(200);
});

test('HEAD gets the headers alone', async () => {
  const get = await openAssets();
  const head = await get('/icon.png', {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
    200,
    String(PICTURE.length),
    0,
  ]);
});

test.each([
  '/',
  '/nothing.css',
  '/secret.env',
  '/../tsunagari-outside.txt',
  '/assets/../../tsunagari-outside.txt',
  '/%2e%2e/tsunagari-outside.txt',
  '//icon.png',
])('%s is no file of the folder', async (path) => {
  expect((await (await openAssets())(path)).status).toBe(404);
});

test('nothing is sent to a file', async () => {
  const get = await openAssets();
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await get('/icon.png', {}, method)).status).toBe(404);
});

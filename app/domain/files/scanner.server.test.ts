import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fakeClamd } from '#tests/support/fake-clamd.server.ts';
import { scan } from './scanner.server.ts';

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-scan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), text);
  return join(folder, 'file');
}

const endOf = (work: Promise<void>) =>
  work.then(
    () => 'clean',
    (error: { problem: string }) => error.problem,
  );

describe('a file is shown to the virus scanner', () => {
  test('whole, over TCP and over a socket in the file system', async () => {
    const text = 'x'.repeat(300_000);
    for (const where of ['tcp', 'path'] as const) {
      const clamd = await fakeClamd(where);
      expect(await endOf(scan(clamd.address, fileOf(text)))).toBe('clean');
      expect(clamd.seen()).toBe(text);
    }
  });

  test('and refused where it is infected', async () => {
    const { address } = await fakeClamd('tcp');
    expect(await endOf(scan(address, fileOf('EICAR-TEST')))).toBe('infected');
  });

  test('and refused where the scanner is away, or says nothing that is clear', async () => {
    expect(await endOf(scan({ path: '/nowhere/clamd.ctl' }, fileOf('a')))).toBe('scanner-away');
    const saying = async (reply: string) => {
      const server = createServer((socket: Socket) => socket.end(reply));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      onTestFinished(() => void server.close());
      const { port } = server.address() as { port: number };
      return endOf(scan({ host: '127.0.0.1', port }, fileOf('a'.repeat(1_000_000))));
    };
    expect(await saying('INSTREAM size limit exceeded. ERROR\0')).toBe('scanner-away');
    expect(await saying('')).toBe('scanner-away');
    expect(await saying('not stream: OK\0')).toBe('scanner-away');
  });
});

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ScannerAddress } from '#app/domain/files/scanner.server.ts';

const COMMAND = 'zINSTREAM\0';

/** Speaks as ClamAV's daemon does: a file that says EICAR is infected. */
export async function fakeClamd(where: 'tcp' | 'path'): Promise<{ address: ScannerAddress; seen(): string }> {
  let seen = '';
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      if (!received.subarray(0, COMMAND.length).equals(Buffer.from(COMMAND).subarray(0, received.length))) {
        socket.end('UNKNOWN COMMAND\0');
        return;
      }
      const text = wholeStream(received.subarray(COMMAND.length));
      if (text === undefined) return;
      seen = text;
      socket.end(text.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
    socket.on('error', () => {});
  });
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-clamd-'));
  const path = join(folder, 'clamd.ctl');
  if (where === 'tcp') server.listen(0, '127.0.0.1');
  else server.listen(path);
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const facts = server.address();
  const address = typeof facts === 'object' && facts ? { host: '127.0.0.1', port: facts.port } : { path };
  return { address, seen: () => seen };
}

/** What was sent in pieces behind their lengths; undefined until the piece of length 0 is there. */
function wholeStream(stream: Buffer): string | undefined {
  let text = '';
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return text;
    if (at + 4 + length > stream.length) return undefined;
    text += stream.toString('latin1', at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { FileRefused } from './problem.ts';

/** Where ClamAV's daemon listens. */
export type ScannerAddress = { path: string } | { host: string; port: number };

/** Milliseconds without a word, after which the scanner counts as away. */
const PATIENCE = 30_000;
/** Bytes sent in one piece; each goes out behind its length. */
const PIECE = 64 * 1024;

/**
 * Shows a file to ClamAV's daemon (INSTREAM of its protocol).
 *
 * @throws FileRefused `infected`, or `scanner-away` where it gives no clear answer: what was not looked at is not taken
 */
export async function scan(address: ScannerAddress, path: string): Promise<void> {
  const reply = await ask(address, path).catch(() => '');
  if (/^stream: OK$/.test(reply)) return;
  throw new FileRefused(/ FOUND$/.test(reply) ? 'infected' : 'scanner-away');
}

async function ask(address: ScannerAddress, path: string): Promise<string> {
  const socket = connect(address);
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('The scanner is silent')));
  // It answers and hangs up at once when the stream is too long for it; the answer counts, not the broken pipe.
  let answer = '';
  const answered = new Promise<string>((resolve, reject) => {
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('close', () => resolve(answer.replace(/\0.*$/s, '').trim()));
    socket.on('error', (error) =>
      answer === '' ? reject(error) : resolve(answer.replace(/\0.*$/s, '').trim()),
    );
  });
  const sending = send(socket, path).catch((error: Error) => socket.destroy(error));
  const reply = await answered;
  await sending;
  return reply;
}

async function send(socket: ReturnType<typeof connect>, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    if (socket.destroyed) return;
    const data = piece as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    if (!socket.write(Buffer.concat([length, data]))) await drained(socket);
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
}

function drained(socket: ReturnType<typeof connect>): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go);
      socket.off('close', go);
      resolve();
    };
    socket.on('drain', go);
    socket.on('close', go);
  });
}

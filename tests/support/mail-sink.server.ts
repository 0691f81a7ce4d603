import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** How a mail server refuses a recipient. */
type Refusal = { code: number; text: string };

/**
 * A mail server that keeps what it gets; gone when the test is over.
 *
 * @param refuse called for each recipient; what it returns is the server's answer
 * @param account where it wants a login
 */
export async function mailSink(
  refuse: () => Refusal | undefined = () => undefined,
  account?: { user: string; password: string },
) {
  const letters: Array<{ to: string[]; raw: string }> = [];
  const server = new SMTPServer({
    disabledCommands: account ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    // Plain passwords over plain connections, on this machine.
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _, done) {
      if (username === account?.user && password === account?.password) done(null, { user: username });
      else done(new Error('Another password'));
    },
    onRcptTo(_, __, done) {
      const refusal = refuse();
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        letters.push({
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString(),
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, letters };
}

/** Headers by their names in small letters, encoded words read; and the texts of all parts, one after another. */
export async function decodedMail(raw: string) {
  const [head = '', ...rest] = raw.replaceAll('\r\n', '\n').split('\n\n');
  const headers: Record<string, string> = {};
  for (const [, name, value] of head.replace(/\n[ \t]+/g, ' ').matchAll(/^([\w-]+): (.*)$/gm))
    headers[(name as string).toLowerCase()] = words(value as string);
  const body = rest.join('\n\n');
  const boundary = /boundary="([^"]+)"/.exec(head.replace(/\n[ \t]+/g, ' '))?.[1];
  if (boundary === undefined) return { headers, text: partText(head, body) };
  const parts = body.split(`--${boundary}`).slice(1, -1);
  const texts = parts.map((part) => {
    const [partHead = '', ...lines] = part.trimStart().split('\n\n');
    return partText(partHead, lines.join('\n\n'));
  });
  return { headers, text: texts.join('\n') };
}

function partText(head: string, body: string): string {
  const encoding = /^content-transfer-encoding: (.*)$/im.exec(head)?.[1]?.trim();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n');
  if (encoding !== 'quoted-printable') return body;
  return bytes(body.replace(/=\n/g, ''));
}

const bytes = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString();

/** =?UTF-8?B?…?= and =?UTF-8?Q?…?= */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
      way.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : bytes(text.replaceAll('_', ' ')),
    );
}

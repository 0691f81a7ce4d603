import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the letters in a folder say, each with all its parts. */
export function readLetters(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => textOf(readFileSync(join(folder, name), 'latin1')));
}

function textOf(letter: string): string {
  return letter
    .split(/^--.*$/m)
    .map((part) => {
      const [head = '', ...body] = part.trim().split(/\r?\n\r?\n/);
      return decoded(head, body.join('\n\n'));
    })
    .join('\n');
}

function decoded(head: string, body: string): string {
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

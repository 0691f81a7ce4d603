import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { composed } from './compose.server.ts';
import type { Mail, Mailer } from './port.ts';

/** Letters as .eml files in a folder, the oldest first by name; a mail program opens them. */
export function mailFolder(folder: string): Mailer {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message } = await writer.sendMail(composed(mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const place = join(folder, nameOf(mail));
      const beside = `${place}.part`;
      const file = await open(beside, 'w', 0o600);
      await file.writeFile(message as Buffer);
      await file.sync();
      await file.close();
      await rename(beside, place);
    },
    close() {},
  };
}

/** 2026-04-01T09-00-00_abcdefgh2345.eml */
function nameOf({ id, writtenAt }: Mail): string {
  return `${writtenAt.toISOString().slice(0, 19).replaceAll(':', '-')}_${id}.eml`;
}

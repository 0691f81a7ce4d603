import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decodedMail, mailSink } from '#tests/support/mail-sink.server.ts';
import { mailFolder } from './folder.server.ts';
import { type Mail, type Mailer, MailRefused, MailServerAway } from './port.ts';
import { smtpServer } from './smtp.server.ts';

const MAIL: Mail = {
  id: 'abcdefgh2345',
  from: { name: 'つながり', address: 'tsunagari@example.jp' },
  to: 'takahashi@example.jp',
  subject: '【つながり】「家賃の滞納が続く方への声かけ」に回答がありました',
  text: 'みなみ市 高橋 様\n\n回答がありました。\n.\nFrom 10時\n',
  writtenAt: new Date('2026-04-01T00:00:00.000Z'),
  unsubscribe: 'https://tsunagari.example/settings#mail',
  attachment: { name: '第12回.ics', type: 'text/calendar; method=PUBLISH', text: 'BEGIN:VCALENDAR\r\n' },
};

interface Sent {
  mailer: Mailer;
  /** What has arrived, oldest first. */
  arrived(): string[];
}

async function intoFolder(): Promise<Sent> {
  const root = mkdtempSync(join(tmpdir(), 'tsunagari-mail-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'mail');
  const arrived = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return { mailer: mailFolder(folder), arrived };
}

async function overSmtp(): Promise<Sent> {
  const sink = await mailSink();
  const mailer = smtpServer(sink.url);
  onTestFinished(() => mailer.close());
  return { mailer, arrived: () => sink.letters.map(({ raw }) => raw) };
}

describe.each([
  ['the mail folder', intoFolder],
  ['a mail server', overSmtp],
])('%s', (_, open) => {
  test('takes a letter whole, with what mail programs need to know of it', async () => {
    const { mailer, arrived } = await open();
    await mailer.send(MAIL);
    expect(arrived()).toHaveLength(1);
    const { headers, text } = await decodedMail(arrived()[0] as string);
    expect(headers).toMatchObject({
      from: 'つながり <tsunagari@example.jp>',
      to: 'takahashi@example.jp',
      subject: MAIL.subject,
      date: 'Wed, 01 Apr 2026 00:00:00 +0000',
      'message-id': '<abcdefgh2345@example.jp>',
      'list-unsubscribe': '<https://tsunagari.example/settings#mail>',
      'auto-submitted': 'auto-generated',
    });
    expect(text).toContain(MAIL.text.trimEnd());
    expect(text).toContain('BEGIN:VCALENDAR');
  });

  test('knows a letter that is sent again by its Message-ID', async () => {
    const { mailer, arrived } = await open();
    await mailer.send(MAIL);
    await mailer.send(MAIL);
    const ids = arrived().map((raw) => /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim());
    expect(new Set(ids)).toEqual(new Set(['<abcdefgh2345@example.jp>']));
  });

  test('lets nobody add a header or a recipient', async () => {
    const { mailer, arrived } = await open();
    await mailer.send({ ...MAIL, subject: '題\r\nBcc: other@example.jp', to: 'a@example.jp' });
    const [raw = ''] = arrived();
    expect(raw).not.toMatch(/^Bcc:/im);
  });
});

test('the folder holds a letter that is sent again once', async () => {
  const { mailer, arrived } = await intoFolder();
  await mailer.send(MAIL);
  await mailer.send(MAIL);
  expect(arrived()).toHaveLength(1);
});

describe('a mail server that does not take a letter', () => {
  async function refusal(answer: { code: number; text: string }): Promise<unknown> {
    const sink = await mailSink(() => answer);
    const mailer = smtpServer(sink.url);
    onTestFinished(() => mailer.close());
    return mailer.send(MAIL).catch((error) => error);
  }

  test('for good is told apart from one that wants to be asked again', async () => {
    expect(await refusal({ code: 550, text: 'no such user takahashi@example.jp' })).toBeInstanceOf(
      MailRefused,
    );
    const later = await refusal({ code: 451, text: 'greylisted takahashi@example.jp' });
    expect(later).toMatchObject({ name: 'Smtp451', message: expect.not.stringContaining('takahashi') });
    expect(later).not.toBeInstanceOf(MailRefused);
  });

  test('because it cannot be reached or knows another password is away', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    const nobody = smtpServer(`smtp://127.0.0.1:${port}`);
    await expect(nobody.send(MAIL)).rejects.toBeInstanceOf(MailServerAway);
    const sink = await mailSink(undefined, { user: 'tsunagari', password: 'right' });
    for (const [password, taken] of [
      ['wrong', 0],
      ['right', 1],
    ] as const) {
      const mailer = smtpServer(sink.url.replace('//', `//tsunagari:${password}@`));
      const sent = mailer.send(MAIL);
      await (taken ? sent : expect(sent).rejects.toBeInstanceOf(MailServerAway));
      mailer.close();
      expect(sink.letters).toHaveLength(taken);
    }
  });
});

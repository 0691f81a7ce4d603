import { createTransport } from 'nodemailer';
import { composed } from './compose.server.ts';
import { type Mailer, MailRefused, MailServerAway } from './port.ts';

/** Milliseconds without a word from the server after which it counts as away. */
const PATIENCE = 20_000;

/** Codes of nodemailer for what has nothing to do with the letter. */
const AWAY = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EPROTOCOL',
  'EAUTH',
  'ENOAUTH',
  'ECONFIG',
]);

/** Letters through a mail server (SMTP), one after another over a connection that is kept for a while. */
export function smtpServer(url: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(composed(mail));
      } catch (error) {
        throw understood(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The server's own words may quote the address, so they go no further. */
function understood(error: unknown): unknown {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (typeof code === 'string' && AWAY.has(code)) return new MailServerAway();
  if (typeof responseCode === 'number' && responseCode >= 500) return new MailRefused();
  const another = new Error('The mail server took the letter not yet');
  another.name = typeof responseCode === 'number' ? `Smtp${responseCode}` : 'SmtpError';
  return another;
}

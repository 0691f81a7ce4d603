import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './port.ts';

/** The letter as nodemailer takes it; both ways of sending write the same bytes. */
export function composed({ id, from, to, subject, text, writtenAt, unsubscribe, attachment }: Mail) {
  return {
    messageId: `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    date: writtenAt,
    from,
    // As an object it is one address, whatever stands in it.
    to: { name: '', address: to },
    subject,
    text,
    headers: {
      // Nobody's holiday answer shall come back.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribe}>` }),
    },
    attachments: attachment && [
      { filename: attachment.name, content: attachment.text, contentType: attachment.type },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SendMailOptions;
}

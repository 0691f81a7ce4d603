import type { Mail } from '#app/mail/port.ts';
import type { Site } from '../network/settings.server.ts';
import type { Letter, Recipient } from './kind.ts';

/** Where a member chooses which mail they get. */
const SETTINGS = '/settings#mail';

/** What the envelope and the frame of a letter are made of. */
export interface Sender {
  site: Site;
  /** Where browsers reach the site, without a trailing slash. */
  origin: string;
  /** The address that letters come from. */
  from: string;
}

/** The letter with its greeting, its closing and its envelope. */
export function writeMail(
  id: string,
  letter: Letter,
  to: Recipient,
  { site, origin, from }: Sender,
  writtenAt: Date,
): Mail {
  const unsubscribe = to.member ? SETTINGS : letter.unsubscribe;
  const closing = [
    '--',
    `${site.name}（${site.tagline}）`,
    origin,
    ...(unsubscribe === undefined ? [] : [`メールの受け取り方を変える・止める： ${origin}${unsubscribe}`]),
    'このメールは自動でお送りしています。返信はできません。',
  ];
  const greeting = to.member ? [`${to.member.organization} ${to.member.familyName} 様`] : [];
  return {
    id,
    from: { name: site.name, address: from },
    to: to.address,
    subject: `【${site.name}】${letter.subject}`,
    text: `${[...greeting, ...letter.paragraphs, closing.join('\n')].join('\n\n')}\n`,
    writtenAt,
    unsubscribe: unsubscribe === undefined ? undefined : origin + unsubscribe,
    attachment: letter.attachment,
  };
}

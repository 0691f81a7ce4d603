import type { MailAttachment } from '#app/mail/port.ts';
import type { Db } from '#db/schema.ts';

/** Who a letter is for. */
export interface Recipient {
  /** null for somebody without an account. */
  member: {
    id: string;
    familyName: string;
    organization: string;
    /** Whether they want to read in the mail what was written, not just that it was. */
    wantsText: boolean;
  } | null;
  address: string;
}

/** What one kind of mail says; greeting and closing are added to it. */
export interface Letter {
  /** In a few words; the site's name is put before it. */
  subject: string;
  /** Paragraphs, separated by blank lines when written. Plain text. */
  paragraphs: string[];
  /** Path of the page on which somebody without an account stops such mail; members have their settings. */
  unsubscribe?: string;
  attachment?: MailAttachment;
}

/** For writing links that work outside of the site. */
export interface Addresses {
  /** @param path as in /notes/abc */
  link(path: string): string;
}

/**
 * A kind of mail. It is written when it is sent, from what is there then: what was hidden or taken away meanwhile is not
 * told, and nothing that somebody wrote is kept a second time.
 *
 * @param about what `enqueueMail` was told
 * @returns undefined where there is nothing to tell any more
 */
export type MailKind = (
  db: Db,
  about: string,
  to: Recipient,
  addresses: Addresses,
) => Promise<Letter | undefined>;

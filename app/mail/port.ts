/** A letter that is ready to go out. */
export interface Mail {
  /** The same whenever the letter is sent again, so that mail programs and servers know it for the same. */
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  /** Plain text; lines end in \n. */
  text: string;
  writtenAt: Date;
  /** Page on which the reader can stop such mail. */
  unsubscribe?: string;
  attachment?: MailAttachment;
}

export interface MailAttachment {
  name: string;
  /** As in `text/calendar; method=REQUEST`; the text is UTF-8. */
  type: string;
  text: string;
}

/** Where letters go. A letter that is handed over twice is the same letter, as far as the way of sending can know. */
export interface Mailer {
  /**
   * Returns when the letter has been taken over for good.
   *
   * @throws MailServerAway where no letter can go out now; MailRefused where this one never will; anything else where
   *   another try may do
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The mail server cannot be reached, or does not let us in. Letters wait for it, however long that takes. */
export class MailServerAway extends Error {
  constructor() {
    super('The mail server cannot be reached');
    this.name = 'MailServerAway';
  }
}

/** The mail server does not take this letter, and will not later. */
export class MailRefused extends Error {
  constructor() {
    super('The mail server refuses the letter');
    this.name = 'MailRefused';
  }
}

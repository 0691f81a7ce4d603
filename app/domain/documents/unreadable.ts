/**
 * Why a file cannot be read: it wants a password; it is damaged, or not what its name says; nobody here knows its kind;
 * it is of the kind that Office wrote before 2007; it holds pictures of text only; it is too large when unpacked.
 */
export type UnreadableReason =
  | 'protected'
  | 'broken'
  | 'unknown-kind'
  | 'old-office'
  | 'no-text'
  | 'too-large';

export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(`The file cannot be read: ${reason}`);
    this.reason = reason;
  }
}

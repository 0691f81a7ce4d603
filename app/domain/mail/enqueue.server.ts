import { prepared } from '#db/prepared.server.ts';
import type { Tx } from '#db/schema.ts';
import { newId } from '../ids.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import type { MailKindName } from './kinds.server.ts';

export interface NewMail {
  kind: MailKindName;
  /** Ids of what it is about, as the kind reads them; a link's token may be among them. Never a text. */
  about: string;
  /** A member, whose address of that day is used; or the address of somebody without an account. */
  to: { memberId: string } | { address: string };
  /** Names what it must be sent for only once, as in `reminder:<meeting>:<signup>:week`. */
  occasion?: string;
  /** When it is to be sent; at once if not said. */
  due?: Date;
}

const insertMail = prepared(
  (
    db,
    mail: Record<'id' | 'about' | 'dueAt', string> &
      Record<'occasion' | 'memberId' | 'address', string | null> & { kind: MailKindName },
  ) =>
    db
      .insertInto('mail')
      .values({
        id: mail.id,
        occasion: mail.occasion,
        kind: mail.kind,
        about: mail.about,
        member_id: mail.memberId,
        address: mail.address,
        due_at: mail.dueAt,
        done_at: null,
      })
      .onConflict((conflict) => conflict.column('occasion').doNothing())
      .returning('id'),
);

/**
 * Writes down that a mail is to be sent, in the transaction that is its cause; the worker writes and sends it.
 *
 * @returns false where the occasion has had its mail
 */
export async function enqueueMail(tx: Tx, mail: NewMail, now: Date): Promise<boolean> {
  const id = newId();
  const written = await insertMail(tx, {
    id,
    occasion: mail.occasion ?? null,
    kind: mail.kind,
    about: mail.about,
    memberId: 'memberId' in mail.to ? mail.to.memberId : null,
    address: 'address' in mail.to ? mail.to.address : null,
    dueAt: (mail.due ?? now).toISOString(),
  });
  if (written.length === 0) return false;
  await enqueue(tx, 'mail', `mail:${id}`, now, mail.due);
  return true;
}

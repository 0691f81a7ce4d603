import type { Tx } from '#db/schema.ts';
import { enqueueMail } from '../mail/enqueue.server.ts';

/** What is told about a sign-up; each is worded in meeting-letters.server.ts. */
export type SignupMail =
  | 'meeting-signed-up'
  | 'meeting-waiting'
  | 'meeting-moved-up'
  | 'meeting-left'
  | 'meeting-changed'
  | 'meeting-cancelled'
  | 'meeting-reminder';

/**
 * Mails whoever is signed up: members at the address that they have, others at the one that was left; who left none
 * hears of it from the colleague.
 *
 * @param token secret of a guest's page, where the letter is to lead there
 * @param occasion names what it must be sent for only once
 */
export async function mailSignup(
  tx: Tx,
  kind: SignupMail,
  signupId: string,
  now: Date,
  token?: string,
  occasion?: string,
): Promise<void> {
  const { member_id, email } = await tx
    .selectFrom('meeting_signup')
    .select(['member_id', 'email'])
    .where('id', '=', signupId)
    .executeTakeFirstOrThrow();
  const to = member_id !== null ? { memberId: member_id } : email !== null ? { address: email } : null;
  if (to === null) return;
  // Members who want no mail see the same on the site.
  if (member_id !== null) {
    const { mail_way } = await tx
      .selectFrom('member')
      .select('mail_way')
      .where('id', '=', member_id)
      .executeTakeFirstOrThrow();
    if (mail_way === 'none') return;
  }
  await enqueueMail(tx, { kind, about: token ? `${signupId} ${token}` : signupId, to, occasion }, now);
}

/** The same for everybody who has a place or waits for one. */
export async function mailEverybody(
  tx: Tx,
  kind: 'meeting-changed' | 'meeting-cancelled',
  slug: string,
  now: Date,
): Promise<void> {
  const signups = await tx
    .selectFrom('meeting_signup')
    .select('id')
    .where('meeting_slug', '=', slug)
    .where('status', 'in', ['attending', 'waiting'])
    .execute();
  for (const { id } of signups) await mailSignup(tx, kind, id, now);
}

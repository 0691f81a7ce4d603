import { type Mailer, MailRefused, MailServerAway } from '#app/mail/port.ts';
import type { Db } from '#db/schema.ts';
import { site } from '../network/settings.server.ts';
import { type DueJob, dueJobs, MOST_ATTEMPTS, tryAgain } from '../outbox/outbox.server.ts';
import type { Recipient } from './kind.ts';
import { MAIL_KINDS, type MailKindName } from './kinds.server.ts';
import { type Sender, writeMail } from './write.server.ts';

const MINUTE = 60_000;
/** For so long a letter is the process's that began to send it; if that ends in the middle, another takes it up. */
const LEASE = 10 * MINUTE;
/** Milliseconds to wait after the first failure, doubled after each further one: about four hours in all. */
const FIRST_DELAY = 2 * MINUTE;
/** Letters of one batch, after which others have their turn. */
const AT_ONCE = 20;
/** Milliseconds between two looks whether a server that was away is back; what waits for it is never given up. */
const UNTIL_BACK = 2 * MINUTE;

/**
 * Sends the letters that are due, oldest first. One goes out at least once: if this process ends between sending and
 * noting that, it goes out again, with the same Message-ID.
 *
 * @returns how many were sent or found to be needless
 */
export async function sendDueMail(
  db: Db,
  mailer: Mailer,
  addresses: Omit<Sender, 'site'>,
  now: Date,
): Promise<number> {
  const sender = { ...addresses, site: await site.get(db) };
  let done = 0;
  for (const job of await dueJobs(db, ['mail'], now, AT_ONCE)) {
    if (!(await claim(db, job, now))) continue;
    try {
      await send(db, mailer, sender, job, now);
      done += 1;
    } catch (error) {
      await putOff(db, job, error, now);
      if (error instanceof MailServerAway) break;
    }
  }
  return done;
}

/** Several processes look at the same time; the one that moves the time of the next try sends the letter. */
async function claim(db: Db, { id }: DueJob, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ try_after: new Date(now.getTime() + LEASE).toISOString() })
    .where('id', '=', id)
    .where('try_after', '<=', now.toISOString())
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function send(db: Db, mailer: Mailer, sender: Sender, job: DueJob, now: Date): Promise<void> {
  const id = job.subject.slice('mail:'.length);
  const mail = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst();
  const to = mail && (await recipientOf(db, mail));
  if (mail && to) {
    const kind = MAIL_KINDS[mail.kind as MailKindName];
    if (!kind) throw new Error(`There is no kind of mail called ${mail.kind}`);
    const letter = await kind(db, mail.about, to, { link: (path) => sender.origin + path });
    if (letter) await mailer.send(writeMail(id, letter, to, sender, new Date(mail.due_at)));
  }
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('outbox').where('id', '=', job.id).execute();
    await tx
      .updateTable('mail')
      .set({ done_at: now.toISOString(), about: '', address: null })
      .where('id', '=', id)
      .execute();
  });
}

async function recipientOf(
  db: Db,
  { member_id, address }: { member_id: string | null; address: string | null },
): Promise<Recipient | undefined> {
  if (member_id === null) return address === null ? undefined : { member: null, address };
  const member = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.email', 'member.family_name as familyName', 'member.mail_text'])
    .select('organization.label as organization')
    .where('member.id', '=', member_id)
    .executeTakeFirst();
  if (!member) return undefined;
  const { email, mail_text, ...rest } = member;
  return { member: { ...rest, wantsText: mail_text === 1 }, address: email };
}

function putOff(db: Db, job: DueJob, error: unknown, now: Date): Promise<void> {
  const { attempts } = job;
  if (error instanceof MailServerAway) return tryAgain(db, job, error, { attempts, delay: UNTIL_BACK }, now);
  if (error instanceof MailRefused)
    return tryAgain(db, job, error, { attempts: MOST_ATTEMPTS, delay: 0 }, now);
  return tryAgain(db, job, error, { attempts: attempts + 1, delay: FIRST_DELAY * 2 ** attempts }, now);
}

/** Days after which it is forgotten that a letter was sent. */
const KEPT_DAYS = 90;

/** Forgets letters that were sent long ago. */
export async function forgetOldMail(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * MINUTE);
  await db.deleteFrom('mail').where('done_at', '<', before.toISOString()).execute();
}

import type { Db } from '#db/schema.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';

/** A letter that was given up. */
export interface DeadMail {
  /** Of its job in the outbox. */
  id: string;
  kind: string;
  /** Whom it is for; an address only where there is no member. */
  to: string;
  at: string;
  /** The name of the last error, as in MailRefused. */
  error: string;
}

/** Letters that were given up, newest first. */
export async function deadMail(db: Db): Promise<DeadMail[]> {
  const jobs = await db
    .selectFrom('outbox')
    .select(['id', 'subject', 'dead_at as at', 'last_error as error'])
    .where('job', '=', 'mail')
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .limit(100)
    .execute();
  if (jobs.length === 0) return [];
  const letters = await db
    .selectFrom('mail')
    .leftJoin('member', 'member.id', 'mail.member_id')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select(['mail.id', 'mail.kind', 'mail.address', 'member.family_name as familyName'])
    .select('organization.label as organization')
    .where(
      'mail.id',
      'in',
      jobs.map(({ subject }) => subject.slice('mail:'.length)),
    )
    .execute();
  const byId = new Map(letters.map((letter) => [`mail:${letter.id}`, letter]));
  return jobs.flatMap(({ id, subject, at, error }) => {
    const letter = byId.get(subject);
    if (!letter) return [];
    const { kind, address, familyName, organization } = letter;
    const to = familyName === null ? (address ?? '') : `${organization} ${familyName}`;
    return [{ id, kind, to, at: at ?? '', error: error ?? '' }];
  });
}

/** Has a letter that was given up tried again, from the beginning. */
export async function retryMail(db: Db, id: string, now: Date): Promise<Outcome<null>> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ dead_at: null, attempts: 0, try_after: now.toISOString() })
    .where('id', '=', id)
    .where('job', '=', 'mail')
    .where('dead_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 0n ? refused({ code: 'not-found' }) : accepted(null);
}

/** Leaves a letter unsent for good. */
export async function dropMail(db: Db, id: string, now: Date): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const job = await tx
      .deleteFrom('outbox')
      .where('id', '=', id)
      .where('job', '=', 'mail')
      .where('dead_at', 'is not', null)
      .returning('subject')
      .executeTakeFirst();
    if (!job) return refused({ code: 'not-found' });
    await tx
      .updateTable('mail')
      .set({ done_at: now.toISOString(), about: '', address: null })
      .where('id', '=', job.subject.slice('mail:'.length))
      .execute();
    return accepted(null);
  });
}

import type { Db, MailWay } from '#db/schema.ts';

export const MAIL_WAYS: readonly MailWay[] = ['usual', 'at-once', 'digest', 'none'];

export interface MailChoice {
  way: MailWay;
  /** Whether what was written is to stand in the mail. */
  withText: boolean;
}

export async function readMailChoice(db: Db, memberId: string): Promise<MailChoice> {
  const { mail_way, mail_text } = await db
    .selectFrom('member')
    .select(['mail_way', 'mail_text'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  return { way: mail_way, withText: mail_text === 1 };
}

/** Whoever had no daily mail so far is told of what happens from now on. */
export async function chooseMail(
  db: Db,
  memberId: string,
  { way, withText }: MailChoice,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('member')
      .set({ digested_at: now.toISOString() })
      .where('id', '=', memberId)
      .where('mail_way', 'in', ['none', 'at-once'])
      .execute();
    await tx
      .updateTable('member')
      .set({ mail_way: way, mail_text: withText ? 1 : 0 })
      .where('id', '=', memberId)
      .execute();
  });
}

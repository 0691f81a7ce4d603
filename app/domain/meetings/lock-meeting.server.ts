import type { Tx } from '#db/schema.ts';

/**
 * Takes the meeting's row until the transaction ends, so that whoever counts places or compares versions meanwhile
 * waits and then sees what this one did. SQLite lets one writer in at a time anyway.
 *
 * @returns undefined where there is no such meeting
 */
export async function lockMeeting(tx: Tx, slug: string) {
  await tx
    .updateTable('meeting')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('slug', '=', slug)
    .execute();
  return tx.selectFrom('meeting').selectAll().where('slug', '=', slug).executeTakeFirst();
}

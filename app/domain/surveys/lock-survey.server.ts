import type { Tx } from '#db/schema.ts';

/**
 * Takes the survey's row until the transaction ends: whoever answers or edits meanwhile waits and then sees what this
 * one did.
 *
 * @returns undefined where there is no such survey
 */
export async function lockSurvey(tx: Tx, id: string) {
  await tx
    .updateTable('survey')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .execute();
  return tx.selectFrom('survey').selectAll().where('id', '=', id).executeTakeFirst();
}

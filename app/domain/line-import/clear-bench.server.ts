import { eraseDeleted } from '#db/erase.server.ts';
import type { Db, Tx } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';

/**
 * Clears the bench of an import: what was not published is gone, and may be taken in again from the file. What was
 * published stays.
 */
export async function throwAway(db: Db, deskId: string, importId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await clear(tx, importId);
    await recordAudit(tx, deskId, 'throw-away-line', importId, now);
  });
  await eraseDeleted(db);
}

/** Days that something may lie on the bench as it was typed. */
export const DAYS_ON_THE_BENCH = 180;

/** Clears what was taken in long ago: nobody is going to publish it, and it is unchecked text of people. */
export async function clearOldImports(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAYS_ON_THE_BENCH * 24 * 60 * 60_000).toISOString();
  const old = await db.selectFrom('line_import').select('id').where('imported_at', '<', before).execute();
  for (const { id } of old) await db.transaction().execute((tx) => clear(tx, id));
  if (old.length > 0) await eraseDeleted(db);
}

async function clear(tx: Tx, importId: string): Promise<void> {
  const unpublished = tx
    .selectFrom('line_message')
    .innerJoin('line_talk', 'line_talk.id', 'line_message.talk_id')
    .where('line_talk.import_id', '=', importId)
    .where('line_talk.status', '!=', 'published');
  await tx
    .deleteFrom('line_seen')
    .where('fingerprint', 'in', unpublished.select('line_message.fingerprint'))
    .execute();
  const talks = tx.selectFrom('line_talk').select('id').where('import_id', '=', importId);
  await tx.deleteFrom('line_message').where('talk_id', 'in', talks).execute();
  await tx.deleteFrom('line_talk').where('import_id', '=', importId).execute();
  await tx.deleteFrom('line_import').where('id', '=', importId).execute();
}

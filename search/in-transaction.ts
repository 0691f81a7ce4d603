import type { Kysely } from 'kysely';

/** Does the work in a transaction of its own, or in the one that `db` is already. */
export async function inTransaction<Tables>(
  db: Kysely<Tables>,
  work: (tx: Kysely<Tables>) => Promise<void>,
): Promise<void> {
  if (db.isTransaction) await work(db);
  else await db.transaction().execute(work);
}

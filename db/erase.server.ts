import { SqliteAdapter, sql } from 'kysely';
import type { Db } from './schema.ts';

/**
 * Takes rows that were deleted or changed out of the log, where SQLite keeps what they said until it is written over.
 * For texts that should never have been kept; to be called when their transaction is over. PostgreSQL needs nothing.
 */
export async function eraseDeleted(db: Db): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter)
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

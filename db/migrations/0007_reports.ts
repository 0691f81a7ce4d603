import type { Kysely } from 'kysely';

/** What the desk made of a report: it is kept, so that a member does not hide twice what was let through. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('report').addColumn('decided_at', 'text').execute();
}

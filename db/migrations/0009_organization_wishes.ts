import type { Kysely } from 'kysely';

/** A member asks to be moved to another organization; the row is gone when the desk has decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('organization_wish')
    .addColumn('member_id', 'text', (c) => c.primaryKey())
    .addColumn('organization_id', 'text')
    .addColumn('new_organization', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .execute();
}

import type { Kysely } from 'kysely';

/** Files that belong to notes, later to meetings: what they hold by its hash, and where they are attached. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stored_file')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('stored_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('attachment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('preview_hash', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('attachment_of_owner')
    .on('attachment')
    .columns(['owner', 'added_at'])
    .execute();
  await db.schema.createIndex('attachment_by_hash').on('attachment').column('hash').execute();
  await db.schema.createIndex('attachment_by_preview').on('attachment').column('preview_hash').execute();
}

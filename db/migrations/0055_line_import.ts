import type { Kysely } from 'kysely';

/**
 * The bench on which a chat's past is looked through. What lies there is as it was typed, so only the desk reads it, and
 * it goes when it was published or thrown away.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('line_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('room', 'text', (c) => c.notNull())
    .addColumn('imported_by', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('imported_at', 'text', (c) => c.notNull())
    .addColumn('known', 'integer', (c) => c.notNull())
    .addColumn('left_out', 'integer', (c) => c.notNull())
    .addColumn('unknown', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('line_talk')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('import_id', 'text', (c) => c.notNull().references('line_import.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('begins_at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('programme', 'text', (c) => c.notNull().references('programme.slug'))
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('checked', 'integer', (c) => c.notNull())
    .addColumn('rewritten', 'integer', (c) => c.notNull())
    .addColumn('errors', 'integer', (c) => c.notNull())
    .addColumn('warnings', 'integer', (c) => c.notNull())
    .addColumn('published', 'text')
    .execute();
  await schema
    .createIndex('line_talk_import')
    .on('line_talk')
    .columns(['import_id', 'status', 'position'])
    .execute();
  await schema
    .createTable('line_message')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('talk_id', 'text', (c) => c.notNull().references('line_talk.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('said_at', 'text', (c) => c.notNull())
    .addColumn('typed', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('left_out', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('line_message_talk').on('line_message').columns(['talk_id', 'position']).execute();
  // What was taken once is not taken again, also when its text is long gone.
  await schema
    .createTable('line_seen')
    .addColumn('fingerprint', 'text', (c) => c.primaryKey())
    .execute();
  await schema
    .createTable('line_person')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.references('member.id'))
    .addColumn('organization_id', 'text', (c) => c.references('organization.id'))
    .execute();
  await schema
    .alterTable('member')
    .addColumn('from_chat', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}

import type { Kysely } from 'kysely';

/** Notes near a question, as `question_similar` has questions; and organizations that an asker has asked to answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_note')
    .addColumn('question_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('note_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('question_note_key', ['question_id', 'position'])
    .execute();
  await db.schema
    .createTable('asked_organization')
    .addColumn('question_id', 'text', (c) => c.notNull())
    .addColumn('organization_id', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('asked_organization_key', ['question_id', 'organization_id'])
    .execute();
  await db.schema
    .createIndex('asked_organization_by')
    .on('asked_organization')
    .columns(['asked_by', 'asked_at'])
    .execute();
}

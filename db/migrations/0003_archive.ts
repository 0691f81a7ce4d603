import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('note')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('programme', 'text', (c) => c.notNull().references('programme.slug'))
    .addColumn('tags', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('body_html', 'text', (c) => c.notNull())
    .addColumn('lead', 'text', (c) => c.notNull())
    .addColumn('keeper_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('question_id', 'text', (c) => c.references('question.id'))
    .addColumn('edition', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('verified_at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('note_updated').on('note').columns(['updated_at', 'id']).execute();
  await schema.createIndex('note_question').on('note').column('question_id').execute();
  await schema
    .createTable('note_contributor')
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('organization_id', 'text', (c) => c.notNull().references('organization.id'))
    .addPrimaryKeyConstraint('note_contributor_key', ['note_id', 'organization_id'])
    .execute();
  await schema
    .createTable('meeting')
    .addColumn('slug', 'text', (c) => c.primaryKey())
    .addColumn('series', 'text', (c) => c.notNull())
    .addColumn('number', 'integer')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'text')
    .addColumn('ends_at', 'text')
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('themes', 'text', (c) => c.notNull())
    .addColumn('groups', 'text', (c) => c.notNull())
    .addColumn('participants', 'integer')
    .addColumn('organizations', 'integer')
    .addColumn('numbers_line', 'text')
    .execute();
  await schema.createIndex('meeting_day').on('meeting').column('day').execute();
}

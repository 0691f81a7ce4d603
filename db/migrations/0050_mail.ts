import type { Kysely } from 'kysely';

/** Mail that goes out, and how each member wants to have it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('mail')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('occasion', 'text', (c) => c.unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.references('member.id'))
    .addColumn('address', 'text')
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('done_at', 'text')
    .execute();
  await schema.createIndex('mail_done').on('mail').column('done_at').execute();
  await schema
    .alterTable('member')
    .addColumn('mail_way', 'text', (c) => c.notNull().defaultTo('usual'))
    .execute();
  await schema
    .alterTable('member')
    .addColumn('mail_text', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('member').addColumn('digested_at', 'text').execute();
}

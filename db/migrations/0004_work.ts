import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('question_id', 'text', (c) => c.notNull().references('question.id'))
    .addColumn('anchor', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('noticed_at', 'text', (c) => c.notNull())
    .addColumn('read_at', 'text')
    .execute();
  await schema.createIndex('notice_member').on('notice').columns(['member_id', 'noticed_at', 'id']).execute();
  await schema.createIndex('notice_anchor').on('notice').columns(['anchor', 'member_id']).execute();
  await schema.createIndex('notice_unread').on('notice').columns(['member_id', 'read_at']).execute();
  await schema
    .createTable('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('job', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('try_after', 'text', (c) => c.notNull())
    .addColumn('dead_at', 'text')
    .addColumn('last_error', 'text')
    .execute();
  await schema.createIndex('outbox_due').on('outbox').columns(['dead_at', 'try_after']).execute();
  await schema
    .createTable('audit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .execute();
}

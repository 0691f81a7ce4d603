import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('report')
    .addColumn('post_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('reported_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_key', ['post_id', 'member_id'])
    .execute();
  await schema
    .createTable('password_reset')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await schema
    .createIndex('password_reset_member')
    .on('password_reset')
    .columns(['member_id', 'used_at'])
    .execute();
  // The desk's navigation counts on each of its pages what waits.
  await schema.createIndex('comment_status').on('comment').column('status').execute();
  // What everybody sees of a thread. Without them SQLite takes the indexes by status alone and walks through them all.
  await schema.createIndex('answer_thread').on('answer').columns(['question_id', 'status']).execute();
  await schema.createIndex('comment_thread').on('comment').columns(['question_id', 'status']).execute();
}

import type { Kysely } from 'kysely';

/** Links by which members' feed readers hear of new notes and answered questions, one a member. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feed_link')
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('member.id'))
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('with_text', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute();
}

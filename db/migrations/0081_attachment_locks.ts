import type { Kysely } from 'kysely';

/** Handouts that want a password, or are given out until a day. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('attachment_lock')
    .addColumn('attachment_id', 'text', (c) => c.primaryKey())
    .addColumn('password_hash', 'text')
    .addColumn('last_day', 'text')
    .addColumn('set_by', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('set_at', 'text', (c) => c.notNull())
    .execute();
}

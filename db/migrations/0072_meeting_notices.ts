import type { Kysely } from 'kysely';

/** Members are told what became of a meeting. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('meeting_notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('noticed_at', 'text', (c) => c.notNull())
    .addColumn('read_at', 'text')
    .execute();
  await schema
    .createIndex('meeting_notice_member')
    .on('meeting_notice')
    .columns(['member_id', 'noticed_at'])
    .execute();
}

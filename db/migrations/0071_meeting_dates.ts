import type { Kysely } from 'kysely';

/** The day of a meeting is found: candidates, what each member says of them, and a remark. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('meeting_date')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('meeting_date_meeting').on('meeting_date').column('meeting_slug').execute();
  await schema
    .createTable('meeting_date_answer')
    .addColumn('date_id', 'text', (c) => c.notNull().references('meeting_date.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('meeting_date_answer_key', ['date_id', 'member_id'])
    .execute();
  await schema
    .createTable('meeting_date_remark')
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('remark', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('meeting_date_remark_key', ['meeting_slug', 'member_id'])
    .execute();
}

import type { Kysely } from 'kysely';

/** What goes around signing up: advance questions, links for guests, the entrance, the baton, calendars. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('meeting_question')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('group_no', 'integer')
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('submission_key', 'text', (c) => c.notNull())
    .addUniqueConstraint('meeting_question_once', ['member_id', 'submission_key'])
    .execute();
  await schema
    .createIndex('meeting_question_meeting')
    .on('meeting_question')
    .columns(['meeting_slug', 'asked_at'])
    .execute();
  await schema
    .createTable('meeting_question_vote')
    .addColumn('question_id', 'text', (c) => c.notNull().references('meeting_question.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addPrimaryKeyConstraint('meeting_question_vote_key', ['question_id', 'member_id'])
    .execute();
  await schema
    .createTable('meeting_guest_link')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('made_by', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('meeting_entrance')
    .addColumn('meeting_slug', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('meeting_host_offer')
    .addColumn('organization_id', 'text', (c) => c.primaryKey().references('organization.id'))
    .addColumn('offered_by', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('offered_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('meeting_feed_token')
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('member.id'))
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute();
}

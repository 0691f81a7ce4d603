import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('question')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('author_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('programme', 'text', (c) => c.notNull().references('programme.slug'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('body_html', 'text', (c) => c.notNull())
    .addColumn('lead', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('active_at', 'text', (c) => c.notNull())
    .addColumn('answer_count', 'integer', (c) => c.notNull())
    .addColumn('solved_at', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('edit_count', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('submission_key', 'text', (c) => c.notNull())
    .execute();
  // One index per way of listing, so that a page costs the same however many questions there are.
  await schema.createIndex('question_asked').on('question').columns(['status', 'asked_at', 'id']).execute();
  await schema.createIndex('question_active').on('question').columns(['status', 'active_at', 'id']).execute();
  await schema
    .createIndex('question_state')
    .on('question')
    .columns(['status', 'state', 'asked_at', 'id'])
    .execute();
  await schema
    .createIndex('question_programme')
    .on('question')
    .columns(['status', 'programme', 'asked_at', 'id'])
    .execute();
  await schema
    .createIndex('question_programme_state')
    .on('question')
    .columns(['status', 'programme', 'state', 'asked_at', 'id'])
    .execute();
  await schema
    .createIndex('question_author')
    .on('question')
    .columns(['author_id', 'asked_at', 'id'])
    .execute();
  await schema
    .createIndex('question_submission')
    .unique()
    .on('question')
    .columns(['author_id', 'submission_key'])
    .execute();
  await schema
    .createTable('question_tag')
    .addColumn('question_id', 'text', (c) => c.notNull().references('question.id'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('question_tag_key', ['question_id', 'tag'])
    .execute();
  await schema
    .createIndex('question_tag_tag')
    .on('question_tag')
    .columns(['tag', 'asked_at', 'question_id'])
    .execute();
  await schema
    .createTable('question_tally')
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('questions', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('question_tally_key', ['topic', 'state'])
    .execute();
  await schema
    .createTable('question_similar')
    .addColumn('question_id', 'text', (c) => c.notNull().references('question.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('similar_id', 'text', (c) => c.notNull().references('question.id'))
    .addPrimaryKeyConstraint('question_similar_key', ['question_id', 'position'])
    .execute();
  await schema
    .createTable('answer')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('question_id', 'text', (c) => c.notNull().references('question.id'))
    .addColumn('author_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('asker_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('body_html', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'text', (c) => c.notNull())
    .addColumn('helpful_at', 'text')
    .addColumn('edit_count', 'integer', (c) => c.notNull())
    .addColumn('submission_key', 'text', (c) => c.notNull())
    .execute();
  // With the author second, SQLite prefers it to the unique index of the author's submissions, which is long.
  await schema.createIndex('answer_question').on('answer').columns(['question_id', 'author_id']).execute();
  await schema.createIndex('answer_answered').on('answer').columns(['status', 'answered_at']).execute();
  await schema
    .createIndex('answer_submission')
    .unique()
    .on('answer')
    .columns(['author_id', 'submission_key'])
    .execute();
  await schema
    .createTable('comment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('question_id', 'text', (c) => c.notNull().references('question.id'))
    .addColumn('answer_id', 'text', (c) => c.notNull().references('answer.id'))
    .addColumn('author_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('body_html', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('commented_at', 'text', (c) => c.notNull())
    .addColumn('edit_count', 'integer', (c) => c.notNull())
    .addColumn('submission_key', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('comment_question').on('comment').columns(['question_id', 'author_id']).execute();
  await schema
    .createIndex('comment_submission')
    .unique()
    .on('comment')
    .columns(['author_id', 'submission_key'])
    .execute();
  await schema
    .createTable('revision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('post_id', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('body_html', 'text', (c) => c.notNull())
    .addColumn('replaced_at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('revision_post').on('revision').columns(['post_id', 'replaced_at']).execute();
  await schema
    .createTable('reaction')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('post_id', 'text', (c) => c.notNull())
    .addColumn('question_id', 'text', (c) => c.notNull().references('question.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('reacted_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('reaction_key', ['question_id', 'post_id', 'kind', 'member_id'])
    .execute();
  await schema
    .createTable('kept_warning')
    .addColumn('post_id', 'text', (c) => c.notNull())
    .addColumn('rule_id', 'text', (c) => c.notNull())
    .addColumn('passage', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('kept_warning_key', ['post_id', 'rule_id', 'passage'])
    .execute();
  await schema
    .createTable('objection')
    .addColumn('post_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('rule_id', 'text', (c) => c.notNull())
    .addColumn('passage', 'text', (c) => c.notNull())
    .addColumn('raised_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('objection_key', ['post_id', 'rule_id', 'passage'])
    .execute();
  await schema
    .createTable('allowed_word')
    .addColumn('word', 'text', (c) => c.primaryKey())
    .addColumn('allowed_by', 'text', (c) => c.notNull())
    .addColumn('allowed_at', 'text', (c) => c.notNull())
    .execute();
}

import type { Kysely } from 'kysely';

/**
 * Surveys. How often a choice was chosen is a number beside it, so that an anonymous answer leaves no row of its own;
 * who has answered stands apart, without a moment.
 */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('survey')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meeting_slug', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('lead', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('anonymous', 'integer', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'text')
    .addColumn('closes_at', 'text')
    .addColumn('shown_at', 'text')
    .addColumn('answers', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await schema.createIndex('survey_meeting').on('survey').column('meeting_slug').execute();
  await schema
    .createTable('survey_question')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('survey_id', 'text', (c) => c.notNull().references('survey.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('answered', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createIndex('survey_question_survey')
    .on('survey_question')
    .columns(['survey_id', 'position'])
    .execute();
  await schema
    .createTable('survey_choice')
    .addColumn('question_id', 'text', (c) => c.notNull().references('survey_question.id'))
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('chosen', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('survey_choice_key', ['question_id', 'no'])
    .execute();
  await schema
    .createTable('survey_respondent')
    .addColumn('survey_id', 'text', (c) => c.notNull().references('survey.id'))
    .addColumn('respondent', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('survey_respondent_key', ['survey_id', 'respondent'])
    .execute();
  await schema
    .createTable('survey_reply')
    .addColumn('question_id', 'text', (c) => c.notNull().references('survey_question.id'))
    .addColumn('respondent', 'text', (c) => c.notNull())
    .addColumn('choices', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('survey_reply_key', ['question_id', 'respondent'])
    .execute();
  await schema
    .createTable('survey_text')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('question_id', 'text', (c) => c.notNull().references('survey_question.id'))
    .addColumn('respondent', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('quotable', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('survey_text_question').on('survey_text').column('question_id').execute();
}

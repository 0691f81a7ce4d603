import type { Kysely } from 'kysely';

/**
 * Reports of meetings, in editions. What a report says of a group stands there, too, so the groups lose a column that
 * nothing has written to.
 */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('meeting_report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meeting_slug', 'text', (c) => c.notNull().unique())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('published_version', 'integer')
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('published_at', 'text')
    .addColumn('corrected_at', 'text')
    .execute();
  await schema
    .createTable('meeting_report_edition')
    .addColumn('report_id', 'text', (c) => c.notNull().references('meeting_report.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('lead', 'text', (c) => c.notNull())
    .addColumn('numbers_line', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('body_html', 'text', (c) => c.notNull())
    .addColumn('summaries', 'text', (c) => c.notNull())
    .addColumn('films', 'text', (c) => c.notNull())
    .addColumn('films_audience', 'text', (c) => c.notNull())
    .addColumn('author_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addColumn('published_to', 'text')
    .addColumn('published_at', 'text')
    .addColumn('correction', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('meeting_report_edition_key', ['report_id', 'version'])
    .execute();
  await schema.alterTable('meeting_group').dropColumn('summary').execute();
}

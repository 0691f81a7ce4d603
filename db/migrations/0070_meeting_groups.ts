import type { Kysely } from 'kysely';

/** Groups have limits and a text with a history; a meeting says how its groups are made up and when they were shown. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const [column, value] of [
    ['least', 3],
    ['most', 10],
  ] as const)
    await schema
      .alterTable('meeting_group')
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(value))
      .execute();
  await schema
    .alterTable('meeting')
    .addColumn('experience', 'text', (c) => c.notNull().defaultTo('any'))
    .execute();
  await schema
    .alterTable('meeting')
    .addColumn('groups_version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await schema.alterTable('meeting').addColumn('groups_shown_at', 'text').execute();
  await schema
    .createTable('meeting_group_edition')
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('author_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('meeting_group_edition_key', ['meeting_slug', 'no', 'version'])
    .execute();
}

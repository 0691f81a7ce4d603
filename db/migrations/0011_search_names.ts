import type { Kysely } from 'kysely';

/** Words that the desk adds to the dictionary of search. The tables of the former search index go; a new one is built. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['search_bigram', 'search_word', 'search_kanji', 'search_document']) {
    await db.schema.dropTable(table).ifExists().execute();
  }
  await db.schema
    .createTable('search_name')
    .addColumn('word', 'text', (c) => c.primaryKey())
    .addColumn('meanings', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .execute();
}

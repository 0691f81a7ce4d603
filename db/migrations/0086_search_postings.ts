import type { Kysely } from 'kysely';

/**
 * The index of search on PostgreSQL as it was kept until now goes; the site builds it anew when it starts. On SQLite
 * nothing has changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const names = (await db.introspection.getTables()).map(({ name }) => name);
  for (const name of names) {
    const generation = name.match(/^search_holding_(\d+)$/)?.[1];
    if (generation === undefined) continue;
    for (const table of [`search_document_${generation}`, `search_vocabulary_${generation}`, name])
      await db.schema.dropTable(table).ifExists().execute();
  }
}

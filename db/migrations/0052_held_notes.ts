import type { Kysely } from 'kysely';

/** Notes and edits of notes wait for the desk where their author disputes a finding. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('hidden_text')
    .addColumn('why', 'text', (c) => c.notNull().defaultTo('hidden'))
    .execute();
  await schema.alterTable('note_suggestion').addColumn('gathered', 'text').execute();
}

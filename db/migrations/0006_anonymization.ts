import type { Kysely } from 'kysely';
import publicNumbers from '../data/public-numbers.json' with { type: 'json' };

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('allowed_word')
    .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await schema
    .createTable('forbidden_word')
    .addColumn('word', 'text', (c) => c.primaryKey())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('forbidden_by', 'text', (c) => c.notNull())
    .addColumn('forbidden_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('rule_switched_off')
    .addColumn('rule_id', 'text', (c) => c.notNull())
    .addColumn('profile', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('switched_by', 'text', (c) => c.notNull())
    .addColumn('switched_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('rule_switched_off_key', ['profile', 'rule_id'])
    .execute();
  await schema
    .createTable('public_number')
    .addColumn('digits', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text')
    .addColumn('added_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('recheck')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('old_settings', 'text')
    .addColumn('new_settings', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('after_id', 'text', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('checked', 'integer', (c) => c.notNull())
    .addColumn('failed', 'integer', (c) => c.notNull())
    .addColumn('finished_at', 'text')
    .execute();
  await schema.createIndex('recheck_open').on('recheck').columns(['finished_at', 'asked_at']).execute();
  await schema
    .createTable('recheck_hit')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text_id', 'text', (c) => c.notNull())
    .addColumn('rule_id', 'text', (c) => c.notNull())
    .addColumn('passage', 'text', (c) => c.notNull())
    .addColumn('found_at', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('recheck_hit_key', ['text_id', 'rule_id', 'passage'])
    .execute();
  await schema
    .createIndex('recheck_hit_open')
    .on('recheck_hit')
    .columns(['decided_at', 'found_at'])
    .execute();
  await schema
    .createTable('hidden_text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text_id', 'text', (c) => c.notNull())
    .addColumn('hidden_by', 'text', (c) => c.notNull())
    .addColumn('hidden_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('hidden_text_key', ['kind', 'text_id'])
    .execute();
  const { asOf, numbers } = publicNumbers;
  const firstNumbers = numbers.map(({ number, name, source }) => ({
    digits: number.replace(/\D/g, ''),
    number,
    name,
    reason: `公開されている番号。出典：${source}（${asOf}に読んだもの）`,
    added_by: null,
    added_at: `${asOf}T00:00:00.000Z`,
  }));
  await (db as Kysely<{ public_number: (typeof firstNumbers)[number] }>)
    .insertInto('public_number')
    .values(firstNumbers)
    .execute();
}

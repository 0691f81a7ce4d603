import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDb } from '#tests/support/database.server.ts';
import { migrate } from './migrate.server.ts';
import * as ruleDecisions from './migrations/0008_rule_decisions.ts';

test('a database that has the newest schema is left as it is', async () => {
  const db = await openTestDb();
  expect(await migrate(db)).toEqual([]);
  expect(await db.selectFrom('question').selectAll().execute()).toEqual([]);
});

test('what was decided about rules before they had levels still holds', async () => {
  const db = await openTestDb();
  await db.schema.dropTable('rule_decision').execute();
  await sql`create table rule_switched_off
    (rule_id text, profile text, reason text, switched_by text, switched_at text)`.execute(db);
  await sql`insert into rule_switched_off values ('place', 'note', '公開の話です', 'desk', '2026-04-01')`.execute(
    db,
  );
  await sql`insert into setting values ('anonymization.fewest', '25')`.execute(db);
  const settings = { off: { note: ['place'] }, notNames: ['ぽんた'] };
  const walk = { id: 'walk', asked_by: 'desk', asked_at: '2026-04-01', kind: 'note', after_id: '' } as const;
  await db
    .insertInto('recheck')
    .values({
      ...walk,
      total: 1,
      checked: 0,
      failed: 0,
      finished_at: null,
      old_settings: null,
      new_settings: JSON.stringify(settings),
    })
    .execute();

  await ruleDecisions.up(db as Kysely<unknown>);
  expect(await db.selectFrom('rule_decision').selectAll().orderBy('position').execute()).toMatchObject([
    { rule_id: 'place', profile: 'note', value: 'off', reason: '公開の話です', decided_by: 'desk' },
    { rule_id: 'reidentification', profile: null, value: '25', decided_by: null },
  ]);
  expect(
    await db.selectFrom('setting').select('value').where('name', '=', 'anonymization.fewest').execute(),
  ).toEqual([]);
  const { old_settings, new_settings } = await db.selectFrom('recheck').selectAll().executeTakeFirstOrThrow();
  expect(old_settings).toBeNull();
  expect(JSON.parse(new_settings ?? '')).toEqual({
    notNames: ['ぽんた'],
    levels: { note: { place: 'off' } },
  });
});

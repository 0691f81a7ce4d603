import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDb } from '#tests/support/database.server.ts';
import { migrate } from './migrate.server.ts';
import * as ruleDecisions from './migrations/0008_rule_decisions.ts';
import * as notes from './migrations/0030_notes.ts';
import * as searchPostings from './migrations/0086_search_postings.ts';

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

test('notes of before have their programme, tags, thread and an edition in the new tables', async () => {
  const db = await openTestDb();
  for (const table of ['useful', 'notice', 'suggestion', 'edition', 'source', 'tag', 'programme', 'slug'])
    await db.schema.dropTable(`note_${table}`).execute();
  for (const index of ['useful_order', 'verified', 'submission'])
    await db.schema.dropIndex(`note_${index}`).execute();
  for (const column of ['audience', 'useful', 'asked_at', 'submission_key'])
    await db.schema.alterTable('note').dropColumn(column).execute();
  await sql`insert into programme (slug, name, aliases, position) values ('kakei', '家計', '[]', 1)`.execute(
    db,
  );
  await sql`insert into organization (id, name, label, kind, programmes) values ('o', '機関', '機関', '自治体', '[]')`.execute(
    db,
  );
  await sql`insert into member (id, organization_id, family_name, email, password_hash, role, introduction, joined_at)
    values ('m', 'o', '高橋', 'a@example.jp', '', 'counselor', '', '2026-01-01')`.execute(db);
  await sql`insert into note (id, slug, title, programme, tags, body, body_html, lead, keeper_id, question_id, edition,
    updated_at, verified_at) values ('n', 's', '題', 'kakei', '["冬","灯油"]', '本文', '', '', 'm', null, 3,
    '2026-02-01', '2026-02-01')`.execute(db);

  await notes.up(db as Kysely<unknown>);
  expect(await db.selectFrom('note_programme').selectAll().execute()).toEqual([
    { note_id: 'n', programme: 'kakei' },
  ]);
  expect(await db.selectFrom('note_tag').select('tag').orderBy('tag').execute()).toHaveLength(2);
  expect(await db.selectFrom('note_edition').selectAll().execute()).toMatchObject([
    { note_id: 'n', number: 3, body: '本文', author_id: 'm', programmes: '["kakei"]' },
  ]);
  const note = await db.selectFrom('note').selectAll().executeTakeFirstOrThrow();
  expect(note).toMatchObject({ audience: 'members', useful: 0, asked_at: null });
});

test('tables of search as PostgreSQL had them before go, those of SQLite stay', async () => {
  const db = await openTestDb();
  for (const table of ['search_document_7', 'search_holding_7', 'search_vocabulary_7', 'search_document_8'])
    await sql`create table ${sql.table(table)} (id text)`.execute(db);
  await searchPostings.up(db as Kysely<unknown>);
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  expect(tables.filter((name) => /^search_\w+_[78]$/.test(name))).toEqual(['search_document_8']);
});

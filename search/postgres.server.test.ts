import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { searchDocument, searchIndexContract } from './contract.ts';
import { postgresIndex } from './postgres.server.ts';
import { openPostgres } from './testing.ts';

// One server for all tests: starting one takes a second.
const db = openPostgres();

searchIndexContract('PostgreSQL', async () => {
  await sql`DROP SCHEMA public CASCADE`.execute(db);
  await sql`CREATE SCHEMA public`.execute(db);
  return postgresIndex(db);
});

test('the index on PostgreSQL takes part in the transaction it is given', async () => {
  const index = postgresIndex(db);
  await index.prepare();
  await index.clear();
  await index.put([searchDocument('note:1', { body: '家賃の話' })]);
  const undone = db.transaction().execute(async (tx) => {
    await postgresIndex(tx).remove(['note:1']);
    await postgresIndex(tx).put([searchDocument('note:2', { body: '家賃の話' })]);
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect((await index.query({ words: '家賃', limit: 10 })).hits).toMatchObject([{ id: 'note:1' }]);
});

import { expect, test } from 'vitest';
import { openTestDb } from '#tests/support/database.server.ts';
import { migrate } from './migrate.server.ts';

test('a database that has the newest schema is left as it is', async () => {
  const db = await openTestDb();
  expect(await migrate(db)).toEqual([]);
  expect(await db.selectFrom('question').selectAll().execute()).toEqual([]);
});

import { expect, test } from 'vitest';
import { searchDocument, searchIndexContract } from './contract.ts';
import { fts5Index } from './fts5.server.ts';
import { openSqlite } from './testing.ts';

searchIndexContract('SQLite FTS5', async () => fts5Index(openSqlite()));

test('the index on SQLite takes part in the transaction it is given', async () => {
  const db = openSqlite();
  const index = fts5Index(db);
  await index.prepare();
  await index.put([searchDocument('note:1', { body: '家賃の話' })]);
  const undone = db.transaction().execute(async (tx) => {
    await fts5Index(tx).remove(['note:1']);
    await fts5Index(tx).put([searchDocument('note:2', { body: '家賃の話' })]);
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect((await index.query({ words: '家賃', limit: 10 })).hits).toMatchObject([{ id: 'note:1' }]);
});

import { expect, test } from 'vitest';
import { openTestDb } from '#tests/support/database.server.ts';
import { prepared } from './prepared.server.ts';
import type { Db } from './schema.ts';

const setting = prepared((db, { name }: { name: string }) =>
  db.selectFrom('setting').selectAll().where('name', '=', name),
);
const insertSetting = prepared((db, { name, value }: { name: string; value: string }) =>
  db.insertInto('setting').values({ name, value }),
);

async function openSettings(): Promise<Db> {
  const db = await openTestDb();
  await insertSetting(db, { name: 'tea', value: 'ほうじ茶' });
  await insertSetting(db, { name: 'room', value: '会議室' });
  return db;
}

test('a prepared query answers each call with its own values', async () => {
  const db = await openSettings();
  expect(await setting(db, { name: 'tea' })).toEqual([{ name: 'tea', value: 'ほうじ茶' }]);
  expect(await setting(db, { name: 'room' })).toEqual([{ name: 'room', value: '会議室' }]);
  expect(await setting(db, { name: 'coffee' })).toEqual([]);
});

test('a prepared query is built once and sees no value', async () => {
  const db = await openSettings();
  const seen: unknown[] = [];
  const spied = prepared((on, { name }: { name: string }) => {
    seen.push(name);
    return on.selectFrom('setting').select('value').where('name', '=', name);
  });
  await spied(db, { name: 'tea' });
  await spied(db, { name: 'room' });
  expect(seen).toHaveLength(1);
  expect(seen).not.toContain('tea');
});

test('a prepared query belongs to the transaction it is called in', async () => {
  const db = await openSettings();
  const undone = db.transaction().execute(async (tx) => {
    await insertSetting(tx, { name: 'sweets', value: '羊羹' });
    expect(await setting(tx, { name: 'sweets' })).toHaveLength(1);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await setting(db, { name: 'sweets' })).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { durable } from '../durable.server.ts';
import { migrate } from '../migrate.server.ts';
import { openSqlite } from './sqlite.server.ts';
import { WriteAheadLog } from './write-ahead-log.server.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('who asks while a flush runs shares the next one, because the running one may miss their commit', async () => {
  const path = join(newFolder(), 'a.db');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE a (b)');
  const log = new WriteAheadLog(path);
  const first = log.flush();
  await Promise.resolve();
  await Promise.resolve();
  const second = log.flush();
  expect(second).not.toBe(first);
  expect(log.flush()).toBe(second);
  await Promise.all([first, second]);
  await log.close();
  database.close();
});

test('a flush that fails is told to those who wait for it, and the next one is tried', async () => {
  const path = join(newFolder(), 'b.db');
  const log = new WriteAheadLog(path);
  await expect(log.flush()).rejects.toThrow('ENOENT');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE a (b)');
  await log.flush();
  await log.close();
  database.close();
});

test('what was committed stands in the log that is flushed', async () => {
  const path = join(newFolder(), 'c.db');
  const db = openSqlite(path);
  await migrate(db);
  await db.insertInto('setting').values({ name: 'durable-name', value: 'durable-value' }).execute();
  await durable(db);
  expect(readFileSync(`${path}-wal`).includes('durable-value')).toBe(true);
  await db.destroy();
});

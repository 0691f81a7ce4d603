import { expect, test } from 'vitest';
import { openTestDb } from '#tests/support/database.server.ts';
import { UntilWritten, written } from './until-written.server.ts';

test('what is shared is read once until somebody writes', async () => {
  const db = await openTestDb();
  let reads = 0;
  const shared = new UntilWritten(async () => ++reads);
  expect([await shared.get(db), await shared.get(db)]).toEqual([1, 1]);
  written(db);
  expect(await shared.get(db)).toBe(2);
});

test('what was read while somebody wrote is not kept', async () => {
  const db = await openTestDb();
  const { promise, resolve } = Promise.withResolvers<string>();
  const answers = [promise, Promise.resolve('new')];
  const shared = new UntilWritten(() => answers.shift()!);
  const early = shared.get(db);
  written(db);
  resolve('old');
  expect(await early).toBe('old');
  expect(await shared.get(db)).toBe('new');
});

test('another day is read anew, and a failure is not kept', async () => {
  const db = await openTestDb();
  const days: string[] = [];
  const shared = new UntilWritten(async (_, day) => {
    days.push(day);
    if (days.length === 1) throw new Error('away');
    return day;
  });
  await expect(shared.get(db, '2026-11-29')).rejects.toThrow('away');
  expect(await shared.get(db, '2026-11-29')).toBe('2026-11-29');
  expect(await shared.get(db, '2026-11-30')).toBe('2026-11-30');
});

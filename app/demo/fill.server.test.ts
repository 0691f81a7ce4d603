import { expect, test, vi } from 'vitest';
import { fts5Index } from '#search/fts5.server.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import { NOW, tallies } from '#tests/support/builders.server.ts';
import { DIALECT, openTestDb } from '#tests/support/database.server.ts';
import { searchFor } from '#tests/support/searching.server.ts';
import { logIn } from '../domain/login/log-in.server.ts';
import { comingMeetings, pastMeetings } from '../domain/meetings/meetings.server.ts';
import { tokyoDay } from '../ui/time.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, fillDemo } from './fill.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

test('the demo network fills an empty database with a year of a living network', async () => {
  const db = await openTestDb();
  const index = DIALECT === 'sqlite' ? fts5Index(db) : postgresIndex(db);
  await index.prepare();
  await fillDemo(db, index, NOW);

  const questions = await db.selectFrom('question').selectAll().execute();
  const answers = await db.selectFrom('answer').selectAll().execute();
  expect(questions.length).toBeGreaterThanOrEqual(40);
  expect(answers.length).toBeGreaterThanOrEqual(120);
  const programmes = await db.selectFrom('programme').select('slug').execute();
  expect(new Set(questions.map(({ programme }) => programme))).toEqual(
    new Set(programmes.map(({ slug }) => slug)),
  );
  expect(new Set(questions.map(({ state }) => state))).toEqual(new Set(['open', 'answered', 'solved']));
  expect(await db.selectFrom('comment').selectAll().execute()).not.toEqual([]);
  expect(await db.selectFrom('note').selectAll().execute()).not.toEqual([]);
  expect((await db.selectFrom('organization').selectAll().execute()).length).toBeGreaterThan(80);

  // Everything was accepted as it stands, and nothing lies in the future.
  const posts = [...questions, ...answers];
  expect(new Set(posts.map(({ status }) => status))).toEqual(new Set(['visible']));
  expect(
    questions.every(({ asked_at, active_at }) => asked_at <= active_at && active_at < NOW.toISOString()),
  ).toBe(true);
  const { stored, counted } = await tallies(db);
  expect(stored).toEqual(counted);

  // It can be searched and entered at once.
  expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([]);
  expect((await searchFor(db, index, '家賃')).total).toBeGreaterThan(2);
  const today = tokyoDay(NOW);
  expect(await comingMeetings(db, 'everyone', today, 50)).toHaveLength(1);
  expect((await pastMeetings(db, 'everyone', today, 1))[0]?.day.slice(0, 4)).toBe(today.slice(0, 4));
  for (const { email } of DEMO_ACCOUNTS) {
    expect(await logIn(db, { email, password: DEMO_PASSWORD, address: '::1' }, NOW)).toMatchObject({
      kind: 'member',
    });
  }
}, 120_000);

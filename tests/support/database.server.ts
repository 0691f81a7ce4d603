import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { openPglite, openPostgres } from '#db/dialects/postgres.server.ts';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import { migrate } from '#db/migrate.server.ts';
import type { Db } from '#db/schema.ts';

export type Dialect = 'sqlite' | 'postgres';

/** The dialect that this run of the server suite is for. */
export const DIALECT: Dialect = process.env.TEST_DIALECT === 'postgres' ? 'postgres' : 'sqlite';

let postgres: Promise<Db> | undefined;

/**
 * An empty database with the newest schema, of the dialect under test: SQLite in memory, or PostgreSQL in this
 * process (the server at TEST_DATABASE_URL, where there is one). Closed when the test is over.
 */
export async function openTestDb(): Promise<Db> {
  if (DIALECT === 'sqlite') {
    const db = openSqlite(':memory:');
    await migrate(db);
    onTestFinished(() => db.destroy());
    return db;
  }
  // Starting PostgreSQL takes seconds, emptying it milliseconds; one test file has it to itself.
  postgres ??= startPostgres();
  const db = await postgres;
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  await migrate(db);
  // Another handle for another network, so that nothing remembered by handle is taken for the new one's.
  return db.withoutPlugins();
}

async function startPostgres(): Promise<Db> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return openPglite(new PGlite());
  const name = `tsunagari_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const server = openPostgres(url);
  await sql`create database ${sql.id(name)}`.execute(server);
  await server.destroy();
  return openPostgres(Object.assign(new URL(url), { pathname: `/${name}` }).href);
}

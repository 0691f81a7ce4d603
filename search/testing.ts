import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Pool } from 'pg';

type NoTables = Record<never, never>;

/** An empty SQLite database in memory. */
export function openSqlite(): Kysely<NoTables> {
  const file = new DatabaseSync(':memory:');
  const database: SqliteDatabase = {
    close: () => file.close(),
    prepare: (sql) => {
      const statement = file.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        // node:sqlite has no flag for "returns rows", which Kysely asks of each statement; columns() answers it.
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
  return new Kysely<NoTables>({ dialect: new SqliteDialect({ database }) });
}

/** An empty PostgreSQL database in memory, in this process. */
export function openPostgres(): Kysely<NoTables> {
  const pool = new Pool({ ...createPgConfig(new PGlite()), max: 1 });
  return new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
}

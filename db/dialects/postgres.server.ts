import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Db, Schema } from '../schema.ts';

const INT8 = 20;
pg.types.setTypeParser(INT8, Number);

/** Opens a pool of at most ten connections to the server that `url` names. */
export function openPostgres(url: string): Db {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }),
  });
}

/**
 * PostgreSQL within this process, for tests where no server is at hand.
 * It has a single connection, so a second one waits until the first is released.
 */
export function openPglite(pglite: PGlite): Db {
  let last: Promise<void> = Promise.resolve();
  const pool: PostgresPool = {
    async connect() {
      const before = last;
      let release = () => {};
      last = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return {
        query: async (sql: string, parameters: readonly unknown[] = []) => {
          const result = await pglite.query(sql, [...parameters], { parsers: { [INT8]: Number } });
          const command = sql.trimStart().slice(0, 6).toUpperCase();
          return { command, rows: result.rows, rowCount: result.affectedRows ?? 0 };
        },
        release,
        // Kysely's cursors, the other form of query(), are for streams, which nothing here uses.
      } as unknown as PostgresPoolClient;
    },
    async end() {},
  };
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

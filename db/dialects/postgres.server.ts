import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Db, Schema } from '../schema.ts';

const INT8 = 20;
pg.types.setTypeParser(INT8, Number);

/**
 * PostgreSQL's texts know no NUL and refuse a statement that brings one. Nothing stored holds one either, but an
 * address or a form may ask for anything: so that it finds nothing, as in SQLite, NUL becomes U+FFFD.
 */
function withoutNul(pool: PostgresPool): PostgresPool {
  const clean = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value);
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      // Kysely's cursors, the other form of query(), are for streams, which nothing here uses.
      return {
        query: (sql: string, parameters: readonly unknown[] = []) => client.query(sql, parameters.map(clean)),
        release: () => client.release(),
      } as PostgresPoolClient;
    },
  };
}

const open = (pool: PostgresPool): Db =>
  new Kysely<Schema>({ dialect: new PostgresDialect({ pool: withoutNul(pool) }) });

/** Opens a pool of at most ten connections to the server that `url` names. */
export function openPostgres(url: string): Db {
  return open(new pg.Pool({ connectionString: url, max: 10 }));
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
      } as unknown as PostgresPoolClient;
    },
    async end() {},
  };
  return open(pool);
}

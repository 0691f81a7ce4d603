import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Db, Schema } from '../schema.ts';

/** Opens (and creates) the database file; `:memory:` for one that lives as long as the handle. */
export function openSqlite(path: string): Db {
  const database = new DatabaseSync(path, { timeout: 5000 });
  // FULL: a post that was acknowledged survives a power cut (NORMAL in WAL mode may lose the last commits).
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -8192;
    PRAGMA temp_store = MEMORY;
  `);
  const statements = new Map<string, SqliteStatement>();
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare: (text) => {
          // A transaction that reads before it writes would fail when another connection wrote in between.
          const sql = text === 'begin' ? 'begin immediate' : text;
          let prepared = statements.get(sql);
          if (!prepared) {
            prepared = prepare(database, sql);
            // Filters make the set of texts open-ended; start over rather than grow without end.
            if (statements.size > 120) statements.clear();
            statements.set(sql, prepared);
          }
          return prepared;
        },
      },
    }),
  });
}

type Parameters_ = Parameters<ReturnType<DatabaseSync['prepare']>['all']>;

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const bind = (parameters: readonly unknown[]) => parameters as Parameters_;
  return {
    // node:sqlite has no flag for "returns rows", which Kysely asks of each statement; columns() answers it.
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bind(parameters)),
    run: (parameters) => {
      const { changes, lastInsertRowid } = statement.run(...bind(parameters));
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
    },
    iterate: (parameters) => statement.iterate(...bind(parameters)) as IterableIterator<unknown>,
  };
}

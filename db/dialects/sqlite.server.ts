import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import { flushWith } from '../durable.server.ts';
import type { Db, Schema } from '../schema.ts';
import { WriteAheadLog } from './write-ahead-log.server.ts';

const HOUR = 3_600_000;

/**
 * Opens (and creates) the database file; `:memory:` for one that lives as long as the handle. What is committed is
 * certain to survive a power cut only after `durable`.
 */
export function openSqlite(path: string): Db {
  const database = new DatabaseSync(path, { timeout: 5000 });
  // secure_delete: what is deleted is overwritten in the file, too.
  // NORMAL: a commit does not wait for the disk; `durable` does, before anybody is told.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA cache_size = -8192;
    PRAGMA temp_store = MEMORY;
  `);
  // Tells the planner how the rows are spread, of tables that have grown since it was last told.
  const tellPlanner = (tables: string) => database.exec(`PRAGMA optimize${tables}`);
  tellPlanner('=0x10002');
  const telling = setInterval(() => tellPlanner(''), HOUR).unref();
  const statements = new Map<string, SqliteStatement>();
  const log = path === ':memory:' ? undefined : new WriteAheadLog(path);
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: {
        close: () => {
          clearInterval(telling);
          database.close();
          void log?.close();
        },
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
  if (log) flushWith(db, () => log.flush());
  return db;
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

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { ASSET_FOLDERS, loadBuild } from '#app/cli/build.server.ts';
import { readConfig } from '#app/config.server.ts';
import { fillDemo } from '#app/demo/fill.server.ts';
import { servicesOver } from '#app/server/services.server.ts';
import { startSite } from '#app/server/start.server.ts';
import { openPglite, openPostgres } from '#db/dialects/postgres.server.ts';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import type { Db } from '#db/schema.ts';
import type { Dialect } from './database.server.ts';
import { fillSmallNetwork } from './small-network.server.ts';

export interface TestSite {
  /** http://localhost:<port>, without a trailing slash. */
  url: string;
  db: Db;
  /** Everything the server has logged so far. */
  logs(): string;
  /** Everything that is stored: each row of each table, and for SQLite the bytes of its files besides. */
  stored(): Promise<string>;
  /** Where letters lie that were sent, each a file. */
  mailFolder: string;
  /** Opens the first-run page. @returns its code */
  openSetup(): string;
  stop(): Promise<void>;
}

/**
 * Starts the site as it is built, on a free port of this process, with a database of its own.
 *
 * @param demo   fill in the demo network; otherwise it is the small one of accounts.ts
 * @param origin where browsers would reach it behind a proxy; then it runs as in production
 */
export async function startTestSite({
  dialect,
  demo = false,
  origin,
}: {
  dialect: Dialect;
  demo?: boolean;
  origin?: string;
}): Promise<TestSite> {
  // As the commands do: React and Remix are chosen by it when the build is loaded.
  process.env.NODE_ENV = 'production';
  // The test runner searches the whole of a file for its source map whenever a stack is read, which overflows on the
  // built server: an error that the site handles, as a double submit's, would end as another one.
  (Error as { prepareStackTrace?: unknown }).prepareStackTrace = undefined;
  const build = await loadBuild((line) => process.stdout.write(`${line}\n`));
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-journey-'));
  const settings = { DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', ORIGIN: origin };
  const config = readConfig(settings, origin ? 'production' : 'test');
  const { db, drop } = await openDatabase(dialect, join(folder, 'tsunagari.db'));
  const services = await servicesOver(config, db, dialect);
  if (demo) await fillDemo(db, services.search, new Date());
  else await fillSmallNetwork(db);
  const lines: string[] = [];
  const site = await startSite(services, build, {
    assetFolders: ASSET_FOLDERS,
    writeLog: (line) => lines.push(line),
  });
  return {
    url: `http://localhost:${site.port}`,
    db,
    logs: () => lines.join(''),
    stored: async () => (await rowsOf(db)) + bytesOf(join(folder, 'tsunagari.db')),
    mailFolder: join(folder, 'mail'),
    openSetup: () => services.firstRun.open(),
    async stop() {
      await site.stop();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openDatabase(dialect: Dialect, path: string): Promise<{ db: Db; drop(): Promise<void> }> {
  if (dialect === 'sqlite') return { db: openSqlite(path), drop: async () => {} };
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    const pglite = new PGlite();
    return { db: openPglite(pglite), drop: () => pglite.close() };
  }
  const name = `tsunagari_journey_${process.pid}_${Date.now()}`;
  const onServer = async (statement: ReturnType<typeof sql>) => {
    const server = openPostgres(url);
    await statement.execute(server);
    await server.destroy();
  };
  await onServer(sql`create database ${sql.id(name)}`);
  return {
    db: openPostgres(Object.assign(new URL(url), { pathname: `/${name}` }).href),
    drop: () => onServer(sql`drop database ${sql.id(name)} with (force)`),
  };
}

// FTS5's own tables: the words of the index, packed in binary, beside numbers that JavaScript has no room for.
const PACKED = /_(data|idx|docsize|content|config)$/;

async function rowsOf(db: Db): Promise<string> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => !PACKED.test(name));
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  return JSON.stringify(rows.map(({ rows: of }) => of));
}

/** A row that was taken back may still stand in the file: in a page that is free, or in the log beside it. */
function bytesOf(path: string): string {
  return ['', '-wal']
    .map((ending) => `${path}${ending}`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
}

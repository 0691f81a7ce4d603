import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '#app/config.server.ts';
import { type Files, openFiles } from '#app/domain/files/files.server.ts';
import { createLucia, type Sessions } from '#app/domain/login/lucia.server.ts';
import { searchNames } from '#app/domain/search/names.server.ts';
import { mailFolder } from '#app/mail/folder.server.ts';
import type { Mailer } from '#app/mail/port.ts';
import { smtpServer } from '#app/mail/smtp.server.ts';
import { openPostgres } from '#db/dialects/postgres.server.ts';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import { durable } from '#db/durable.server.ts';
import { migrate } from '#db/migrate.server.ts';
import type { Db } from '#db/schema.ts';
import type { Names } from '#search/analysis/expand.ts';
import { fts5Index } from '#search/fts5.server.ts';
import { meilisearchIndex } from '#search/meilisearch/index.server.ts';
import { engineOrDatabase } from '#search/meilisearch/or-database.server.ts';
import type { SearchIndex } from '#search/port.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import { FirstRunCode } from './first-run.server.ts';
import { createLog } from './log.server.ts';

export interface Services {
  config: Config;
  db: Db;
  /** A thread may open the database once more: not where it lives within this process. */
  canOpenAgain: boolean;
  /** The database held nothing before. */
  isNew: boolean;
  search: SearchIndex;
  sessions: Sessions;
  firstRun: FirstRunCode;
  /** Attached files: their folder, the process that looks into them, the virus scanner. */
  files: Files;
  /** Where letters go. */
  mailer: Mailer;
  close(): Promise<void>;
}

/** Chooses the adapters that the configuration names, and brings the database to the newest schema. */
export async function openServices(config: Config): Promise<Services> {
  const { database } = config;
  if (database.kind === 'sqlite') mkdirSync(dirname(database.path), { recursive: true });
  const db = database.kind === 'sqlite' ? openSqlite(database.path) : openPostgres(database.url);
  return { ...(await servicesOver(config, db, database.kind)), canOpenAgain: true };
}

/** The same over a database that is open already, as only who opened it can. */
export async function servicesOver(
  config: Config,
  db: Db,
  kind: Config['database']['kind'],
): Promise<Services> {
  const migrated = await migrate(db);
  const names = () => searchNames.get(db);
  const database = kind === 'sqlite' ? fts5Index(db, names) : postgresIndex(db, names);
  const search = searchFor(config, database, names);
  await search.prepare();
  const files = openFiles(config.files);
  const mailer = config.mail.kind === 'smtp' ? smtpServer(config.mail.url) : mailFolder(config.mail.folder);
  return {
    config,
    db,
    canOpenAgain: false,
    isNew: migrated.includes('0001_network'),
    search,
    sessions: createLucia(db, { secure: config.mode === 'production', days: config.sessionDays }),
    firstRun: new FirstRunCode(),
    files,
    mailer,
    close: async () => {
      mailer.close();
      files.workshop.close();
      await durable(db);
      await db.destroy();
    },
  };
}

/** The engine that is chosen, over the database's own index. */
function searchFor({ search }: Config, database: SearchIndex, names: () => Promise<Names>): SearchIndex {
  if (search.kind === 'database') return database;
  const log = createLog((line) => process.stderr.write(line));
  const engine = meilisearchIndex({ url: search.url, key: search.key, index: 'tsunagari', names });
  return engineOrDatabase(engine, database, (error) => log.error('search engine away', { error }));
}

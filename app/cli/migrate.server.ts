import { type Config, readConfig } from '#app/config.server.ts';
import { openServices } from '#app/server/services.server.ts';

/** `tsunagari migrate`: opening the services migrates; a service that starts does the same. */
export async function migrateCommand(): Promise<number> {
  const config = readConfig(process.env, 'production');
  const services = await openServices(config);
  await services.close();
  const name = nameOf(config.database);
  process.stdout.write(
    services.isNew
      ? `Created a new database: ${name}\n新しいデータベースを作りました。\n`
      : `The database has the newest schema: ${name}\nデータベースは最新の形です。\n`,
  );
  return 0;
}

/** The file, or the server and its database; no user and no password. */
function nameOf(database: Config['database']): string {
  if (database.kind === 'sqlite') return database.path;
  const { host, pathname } = new URL(database.url);
  return `PostgreSQL, ${host}${pathname}`;
}

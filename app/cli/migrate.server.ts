import { readConfig } from '#app/config.server.ts';
import { openServices } from '#app/server/services.server.ts';

/** `tsunagari migrate`: opening the services migrates; a service that starts does the same. */
export async function migrateCommand(): Promise<number> {
  const services = await openServices(readConfig(process.env, 'production'));
  await services.close();
  process.stdout.write('The database has the newest schema.\n');
  return 0;
}

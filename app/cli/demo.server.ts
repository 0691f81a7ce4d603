import { rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { type Config, readConfig } from '#app/config.server.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, fillDemo } from '#app/demo/fill.server.ts';
import { isEmptyNetwork } from '#app/domain/network/set-up.server.ts';
import { readSetting, writeSetting } from '#app/domain/network/settings.server.ts';
import { openServices, type Services } from '#app/server/services.server.ts';
import { loadBuild } from './build.server.ts';
import { start, untilStopped } from './serve.server.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `tsunagari demo`: the demo network, kept between starts. */
export async function demo(): Promise<number> {
  process.env.NODE_ENV = 'production';
  const config = readConfig(process.env, 'demo');
  const build = await loadBuild(say);
  const services = await openDemo(config);
  const site = await start(config, services, build);
  say('');
  say(`  http://localhost:${site.port}`);
  say('');
  for (const { email, label } of DEMO_ACCOUNTS) say(`  ${email.padEnd(26)} ${DEMO_PASSWORD}   ${label}`);
  say('');
  const kept = keptIn(config);
  say(`  Stop: Ctrl+C. What you write is kept in ${kept}; delete that folder to begin anew.`);
  say(`  止めるとき：Ctrl+C。書いたものは ${kept} に残ります。`);
  await untilStopped(site);
  return 0;
}

/** The folder of what is written, as short as it can be named from where the command was given. */
function keptIn({ database, files }: Config): string {
  const folder = dirname(database.kind === 'sqlite' ? database.path : files.folder);
  const near = relative(process.cwd(), folder);
  return near.startsWith('..') ? folder : `./${near}`;
}

const FILLED = 'demo.filled';

/** Opens the demo's database; one that was left half filled is made anew. */
async function openDemo(config: Config): Promise<Services> {
  let services = await openServices(config);
  if ((await readSetting(services.db, FILLED)) !== undefined) return services;
  if (!(await isEmptyNetwork(services.db)) && config.database.kind === 'sqlite') {
    await services.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${config.database.path}${ending}`, { force: true });
    services = await openServices(config);
  }
  say('Filling the demo network … / デモのネットワークを作っています…');
  await fillDemo(services.db, services.search, new Date());
  await writeSetting(services.db, FILLED, new Date().toISOString());
  return services;
}

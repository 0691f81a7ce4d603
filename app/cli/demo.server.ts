import { readConfig } from '#app/config.server.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, fillDemo } from '#app/demo/fill.server.ts';
import { isEmptyNetwork } from '#app/domain/network/set-up.server.ts';
import { openServices } from '#app/server/services.server.ts';
import { loadBuild } from './build.server.ts';
import { start, untilStopped } from './serve.server.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `tsunagari demo`: the demo network, kept between starts. */
export async function demo(): Promise<number> {
  process.env.NODE_ENV = 'production';
  const config = readConfig(process.env, 'demo');
  const build = await loadBuild(say);
  const services = await openServices(config);
  if (await isEmptyNetwork(services.db)) {
    say('Filling the demo network … / デモのネットワークを作っています…');
    await fillDemo(services.db, services.search, new Date());
  }
  const site = await start(config, services, build);
  say('');
  say(`  http://localhost:${site.port}`);
  say('');
  for (const { email, label } of DEMO_ACCOUNTS) say(`  ${email.padEnd(26)} ${DEMO_PASSWORD}   ${label}`);
  say('');
  say('  Stop: Ctrl+C. What you write is kept in ./data/demo; delete that folder to begin anew.');
  say('  止めるとき：Ctrl+C。書いたものは ./data/demo に残ります。');
  await untilStopped(site);
  return 0;
}

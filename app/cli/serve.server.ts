import { type Config, readConfig } from '#app/config.server.ts';
import { isEmptyNetwork } from '#app/domain/network/set-up.server.ts';
import { openServices, type Services } from '#app/server/services.server.ts';
import { type Running, startSite } from '#app/server/start.server.ts';
import { ASSET_FOLDERS, loadBuild } from './build.server.ts';
import { UsageError } from './usage-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `tsunagari serve`: production. */
export async function serve(): Promise<number> {
  process.env.NODE_ENV = 'production';
  const config = readConfig(process.env, 'production');
  const build = await loadBuild(say);
  const services = await openServices(config);
  const empty = await isEmptyNetwork(services.db);
  const site = await start(config, services, build);
  say(`Tsunagari: ${config.origin} (port ${site.port})`);
  if (empty) {
    say('');
    say('The network is empty. Set it up here (this link works once, until the server stops):');
    say('まだ何もありません。次のリンクから始めてください（一回だけ使えます）：');
    say(`  ${config.origin}/setup?code=${services.firstRun.open()}`);
  }
  await untilStopped(site);
  return 0;
}

/** Starts the site; a port that is taken gets advice instead of a stack trace. */
export async function start(
  config: Config,
  services: Services,
  build: Parameters<typeof startSite>[1],
): Promise<Running> {
  try {
    return await startSite(services, build, {
      assetFolders: ASSET_FOLDERS,
      writeLog: (line) => process.stderr.write(line),
    });
  } catch (error) {
    await services.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const another = config.port === 3000 ? 3001 : 3000;
    throw new UsageError(
      `port ${config.port} is ${code === 'EADDRINUSE' ? 'taken by another program' : 'not allowed for this user'}. ` +
        `Choose another: PORT=${another} npm run ${config.mode === 'demo' ? 'demo' : 'start'}`,
      `ポート ${config.port} は使えません。別の番号を選んでください：PORT=${another} npm run ${config.mode === 'demo' ? 'demo' : 'start'}`,
    );
  }
}

/** Resolves when the site has been stopped by Ctrl+C or by the system, what was under way being finished. */
export function untilStopped(site: Running): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      void site.stop().then(resolve);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}

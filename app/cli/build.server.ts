import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { UsageError } from './usage-error.ts';

/** The project's folder; commands may be called from another. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BUILD = join(ROOT, 'build/server/index.js');
const SOURCES = ['app', 'db', 'lint', 'search', 'remix.config.js', 'vite.config.ts', 'package-lock.json'];

export const ASSET_FOLDERS = [join(ROOT, 'build/client')];

/** Builds the site unless the build at hand is newer than everything it was made from, and loads it. */
export async function loadBuild(say: (line: string) => void): Promise<ServerBuild> {
  const built = existsSync(BUILD) ? statSync(BUILD).mtimeMs : 0;
  if (SOURCES.some((source) => newest(join(ROOT, source)) > built)) {
    say('Building the site … / サイトを組み立てています…');
    const remix = join(ROOT, 'node_modules/.bin/remix');
    if (!existsSync(remix))
      throw new UsageError(
        'the site is not built and its tools are missing: run "npm ci" first',
        'サイトが組み立てられていません。先に npm ci を実行してください',
      );
    const run = (command: string, args: string[]) =>
      spawnSync(command, args, {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      }).status === 0;
    const compile = join(ROOT, 'bin/compile.mjs');
    if (!run(remix, ['vite:build', '--logLevel', 'warn']) || !run(process.execPath, [compile]))
      throw new UsageError(
        'the site could not be built; the reason stands above',
        'サイトを組み立てられませんでした。理由は上にあります',
      );
  }
  return (await import(pathToFileURL(BUILD).href)) as ServerBuild;
}

/** Time of the last change below a path, in milliseconds; tests do not count. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || path.includes('.test.')) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.server.ts';
import { framed } from './support/framed.ts';
import { lastLine, type Tally, tallyOf, type VitestReport } from './support/tally.ts';

// `npm test`: everything that must hold, in one run. Arguments go to Vitest: `npm test -- app/domain`.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const filters = process.argv.slice(2);
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];

const say = (line: string) => process.stdout.write(`${line}\n`);
const BIN = join(ROOT, 'node_modules/.bin');
const tool = (name: string) => join(BIN, name);
// The tools ask the PATH for Node: it must be the project's, also where npm did not start this.
process.env.PATH = `${BIN}${delimiter}${process.env.PATH}`;
const isCI = process.env.CI === 'true';

function conclude(name: string, passed: boolean, began: number): void {
  if (passed) tally.passed += 1;
  else tally.failed += 1;
  const line = `${passed ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`;
  summary.push(line);
  say(line);
}

/** A command of which only a failure is worth reading. */
function check(name: string, command: string, args: string[]): void {
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) say(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`);
  conclude(name, status === 0, began);
}

/** Debian's own package is the one browser that can be had without asking anybody. */
function installChromium(): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  say('No Chromium found; installing Debian’s …');
  const script = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 5 * 60_000,
  });
  if (status !== 0) say(`${stdout}${stderr}`);
}

function prepareBrowser(): void {
  const concerned = filters.every((filter) => filter.startsWith('-')) || /journeys/.test(filters.join(' '));
  if (!concerned) return;
  if (!findChromium() && !process.env.CHROMIUM_PATH) installChromium();
  if (findChromium()) return;
  const began = performance.now();
  say(
    framed([
      'NO CHROMIUM: the journeys in a browser are SKIPPED.',
      'Install one (Debian: apt-get install chromium fonts-noto-cjk)',
      'or name it: CHROMIUM_PATH=/path/to/chrome npm test',
    ]),
  );
  summary.push('SKIPPED journeys in a browser: no Chromium found');
  if (isCI) conclude('a browser for the journeys, which CI=true asks for', false, began);
}

function runTests(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-tests-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = spawnSync(tool('vitest'), ['run', ...reporters, ...filters], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const tests: Tally = existsSync(file)
    ? tallyOf(JSON.parse(readFileSync(file, 'utf8')) as VitestReport)
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  // An error outside of any test fails the run as well.
  if (status !== 0 && tests.failed === 0) tests.failed = 1;
  summary.push(`${tests.failed === 0 ? 'ok    ' : 'FAILED'} tests: ${lastLine(tests)}`);
  tally.passed += tests.passed;
  tally.failed += tests.failed;
  tally.skipped += tests.skipped;
}

function main(): void {
  if (!existsSync(tool('vitest'))) {
    say(framed(['The tools are missing: run "npm ci" first.']));
    tally.failed += 1;
    return;
  }
  check('types', tool('tsc'), []);
  check('style', tool('biome'), ['check', '.']);
  check('build', tool('remix'), ['vite:build', '--logLevel', 'warn']);
  prepareBrowser();
  runTests();
}

const began = performance.now();
main();
say('');
for (const line of summary) say(line);
say(`Everything took ${((performance.now() - began) / 1000).toFixed(0)} s.`);
say(lastLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;

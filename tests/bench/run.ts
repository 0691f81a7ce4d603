import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { loadBuild } from '#app/cli/build.server.ts';
import { newId } from '#app/domain/ids.server.ts';
import { allDocuments } from '#app/domain/search/all-documents.server.ts';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { fts5Index } from '#search/fts5.server.ts';
import { EMAIL, fillCorpus, PASSWORD } from './corpus.server.ts';
import { firstView } from './first-view.ts';
import { type Load, load, residentMegabytes, send } from './load.ts';
import { addPublicReport } from './public-report.server.ts';
import { randomFrom, textOf } from './texts.ts';

const CONNECTIONS = 50;
const SECONDS = Number(process.env.BENCH_SECONDS || 8);
const SIZES = (process.env.BENCH_SIZES || '2000,100000').split(',').map(Number);
const ROOT = new URL('../..', import.meta.url).pathname;

interface Child {
  process: ChildProcess;
  port: number;
  pid: number;
  /** Milliseconds from the start of the process to the line that says it listens. */
  startedIn: number;
}

/** Starts a Node process and waits until it prints its port. */
function start(args: string[], env: Record<string, string>, portIn: RegExp): Promise<Child> {
  const begin = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const port = portIn.exec(chunk.toString())?.[1];
      if (!port) return;
      resolve({
        process: child,
        port: Number(port),
        pid: child.pid ?? 0,
        startedIn: performance.now() - begin,
      });
    });
  });
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const round = (value: number, digits = 0) => value.toFixed(digits);

function row(name: string, result: Load, bare: Load) {
  const share = (result.perCpuSecond / bare.perCpuSecond) * 100;
  const bad = Object.entries(result.statuses).filter(([status]) => Number(status) >= 400);
  say(
    `| ${name} | ${round(result.perCpuSecond)} | ${round(share, 2)} % | ${round(result.p50, 1)} | ${round(result.p99, 1)} |` +
      (bad.length > 0 ? ` ${JSON.stringify(bad)}` : ''),
  );
}

async function logIn(site: Child): Promise<string> {
  const body = new URLSearchParams({ email: EMAIL, password: PASSWORD, stay: '1' }).toString();
  const reply = await send(undefined, site.port, {
    path: '/login',
    method: 'POST',
    body,
    headers: formHeaders(site, body),
  });
  const cookie = String(reply.headers['set-cookie']).split(';')[0];
  if (reply.status !== 302 || !cookie) throw new Error(`Login answered ${reply.status}`);
  return cookie;
}

function formHeaders(site: Child, body: string, cookie = '') {
  return {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    Origin: `http://localhost:${site.port}`,
    Host: `localhost:${site.port}`,
    Cookie: cookie,
  };
}

async function measure(questions: number, bare: Load): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-bench-'));
  try {
    const db = openSqlite(join(folder, 'tsunagari.db'));
    await migrate(db);
    const index = fts5Index(db);
    await index.prepare();
    const { thread, others } = await fillCorpus(db, questions);
    const report = await addPublicReport(db);
    await index.rebuild(allDocuments(db));
    await db.destroy();
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const env = { DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1' };
    const site = await start(['bin/tsunagari.mjs', 'serve'], env, /port (\d+)/);
    try {
      const first = performance.now();
      await send(undefined, site.port, { path: '/login' });
      const cold = site.startedIn + performance.now() - first;
      const cookie = await logIn(site);
      const page =
        (path: string, encoding = 'identity') =>
        () => ({
          path,
          headers: { Cookie: cookie, 'Accept-Encoding': encoding, Host: `localhost:${site.port}` },
        });
      say(`\n### ${questions.toLocaleString('en')} questions with 5 answers each\n`);
      say('| page | per CPU-second | of the bare server | p50 ms | p99 ms |');
      say('| --- | ---: | ---: | ---: | ---: |');
      const options = { connections: CONNECTIONS, seconds: SECONDS };
      const pages = { home: '/', list: '/questions', thread: `/questions/${thread}` };
      for (const [name, path] of Object.entries(pages)) {
        await load(site, page(path), { connections: CONNECTIONS, seconds: 2 });
        row(name, await load(site, page(path), options), bare);
        row(`${name}, brotli`, await load(site, page(path, 'br'), options), bare);
      }
      const anyThread = (n: number) => page(`/questions/${others[n % others.length]}`)();
      row('1,000 different threads in turn', await load(site, anyThread, options), bare);
      await measureReport(site, report, folder);
      const random = randomFrom(7);
      const answer = (n: number) => {
        const body = new URLSearchParams({
          intent: 'post',
          key: newId(),
          body: textOf(1000, random),
        }).toString();
        const path = `/questions/${others[n % others.length]}?index`;
        return { path, method: 'POST', body, headers: formHeaders(site, body, cookie) };
      };
      await load(site, answer, { connections: CONNECTIONS, seconds: 2 });
      const accepted = await load(site, answer, options);
      row('accept an answer of 1,000 characters', accepted, bare);
      say('');
      say(`- answers accepted per second of the clock: ${round(accepted.rate)}`);
      say(`- cold start to the first page: ${round(cold)} ms`);
      say(`- resident memory after the load: ${round(residentMegabytes(site.pid))} MB`);
      const view = await firstView(site.port, pages.thread, cookie);
      say(
        `- first view of the thread page, brotli: JavaScript ${round(view.script / 1024, 1)} KB, everything ${round(view.all / 1024, 1)} KB`,
      );
    } finally {
      site.process.removeAllListeners('exit');
      site.process.kill('SIGTERM');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A public report as visitors get it, packed and not, beside a bare server that returns the same bytes. */
async function measureReport(site: Child, path: string, folder: string): Promise<void> {
  const options = { connections: CONNECTIONS, seconds: SECONDS };
  for (const encoding of ['identity', 'br']) {
    const headers = { 'Accept-Encoding': encoding };
    const page = Buffer.from(await (await fetch(`http://127.0.0.1:${site.port}${path}`)).arrayBuffer());
    const bytes = encoding === 'br' ? brotliCompressSync(page) : page;
    const file = join(folder, 'report');
    writeFileSync(file, bytes);
    const same = await start([join(ROOT, 'tests/bench/bare-server.ts'), file], {}, /port (\d+)/);
    await load(same, anything, { connections: CONNECTIONS, seconds: 2 });
    const bare = await load(same, anything, options);
    same.process.removeAllListeners('exit');
    same.process.kill();
    const visit = () => ({ path, headers });
    await load(site, visit, { connections: CONNECTIONS, seconds: 2 });
    row(
      `public report, visitors, ${encoding} (${bytes.length} bytes; bare: the same bytes)`,
      await load(site, visit, options),
      bare,
    );
  }
}

const anything = () => ({ path: '/' });
await loadBuild(say);
const bareServer = await start([join(ROOT, 'tests/bench/bare-server.ts')], {}, /port (\d+)/);
await load(bareServer, anything, { connections: CONNECTIONS, seconds: 2 });
const bare = await load(bareServer, anything, { connections: CONNECTIONS, seconds: SECONDS });
bareServer.process.removeAllListeners('exit');
bareServer.process.kill();
say(
  `Machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; ${CONNECTIONS} connections, ${SECONDS} s each.`,
);
say(
  `Bare Node server, 20 KB string: ${round(bare.perCpuSecond)} answers per CPU-second, p99 ${round(bare.p99, 1)} ms.`,
);
for (const size of SIZES) await measure(size, bare);
process.exit(0);

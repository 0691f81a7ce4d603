// `npm run bench:search`: how well search finds (where the benchmark's sets are beside the project), and how quickly.
// BENCH_SIZES=10000,100000 names the numbers of posts; BENCH_ENGINE=sqlite or postgres: in this process, or in a new
// database of the server that TEST_DATABASE_URL names. BENCH_QUALITY=off leaves the sets out.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { openPglite, openPostgres } from '#db/dialects/postgres.server.ts';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import type { Db } from '#db/schema.ts';
import { evaluate } from '#search/evaluate.ts';
import { fts5Index } from '#search/fts5.server.ts';
import type { SearchDocument, SearchIndex } from '#search/port.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import { burst } from './search-burst.server.ts';
import { corpus, questionTitles, twoWordQueries } from './search-corpus.ts';

const SIZES = (process.env.BENCH_SIZES ?? '10000,100000').split(',').map(Number);
const ENGINE = process.env.BENCH_ENGINE ?? 'sqlite';
const SETS = new URL('../../../shared/bench/search/', import.meta.url);

const USERS = 10;
/** Milliseconds a user looks at the results before asking again. */
const READING = 100;
const QUERIES = 2_000;
/** Milliseconds between two posts that are written meanwhile. */
const BETWEEN_POSTS = 100;

interface Bench {
  db: Db;
  index: SearchIndex;
  /** Bytes that the index takes, where that can be told. */
  size(): Promise<number | null>;
  close(): Promise<void>;
}

function open(): Promise<Bench> {
  if (ENGINE === 'sqlite') return openFile();
  const url = process.env.TEST_DATABASE_URL;
  return url ? openServer(url) : openPglited();
}

async function openFile(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
  const file = join(folder, 'search.db');
  const db = openSqlite(file);
  return {
    db,
    index: fts5Index(db),
    size: async () => statSync(file).size + statSync(`${file}-wal`).size,
    close: async () => {
      await db.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openServer(server: string): Promise<Bench> {
  const name = `bench_search_${process.pid}`;
  const admin = openPostgres(server);
  await sql`DROP DATABASE IF EXISTS ${sql.ref(name)}`.execute(admin);
  await sql`CREATE DATABASE ${sql.ref(name)}`.execute(admin);
  const url = new URL(server);
  url.pathname = name;
  const db = openPostgres(url.href);
  return {
    db,
    index: postgresIndex(db),
    size: async () => {
      const { rows } = await sql<{ bytes: number }>`
        SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class
        WHERE relkind = 'r' AND relname LIKE 'search%'`.execute(db);
      return Number(rows[0]!.bytes);
    },
    close: async () => {
      await db.destroy();
      await sql`DROP DATABASE ${sql.ref(name)}`.execute(admin);
      await admin.destroy();
    },
  };
}

async function openPglited(): Promise<Bench> {
  const db = openPglite(new PGlite());
  return { db, index: postgresIndex(db), size: async () => null, close: () => db.destroy() };
}

async function quality(): Promise<void> {
  for (const set of ['domain.dev', 'jsquad.dev']) {
    const lines = (part: string) => readFileSync(new URL(`${set}.${part}.jsonl`, SETS), 'utf8').split('\n');
    const { index, close } = await open();
    const queries = lines('queries');
    const ranks = await evaluate(index, lines('docs'), queries);
    const relevant = new Map(
      queries
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
        .map(({ id, relevant }) => [id, relevant]),
    );
    let reciprocal = 0;
    let recalled = 0;
    for (const { id, ranked } of ranks) {
      const wanted: string[] = relevant.get(id) ?? [];
      const first = ranked.findIndex((document) => wanted.includes(document));
      if (first !== -1) reciprocal += 1 / (first + 1);
      recalled += wanted.filter((document) => ranked.includes(document)).length / wanted.length;
    }
    const share = (sum: number) => (sum / ranks.length).toFixed(3);
    console.log(`${set}: MRR@10 ${share(reciprocal)}, recall@10 ${share(recalled)}`);
    await close();
  }
}

async function speed(size: number): Promise<void> {
  const { db, index, size: sizeOf, close } = await open();
  await index.prepare();
  const { seconds, bytes } = await fill(index, size);
  const stored = await sizeOf();
  // As the site does once an hour, or PostgreSQL by itself.
  if (ENGINE === 'postgres') await sql`ANALYZE`.execute(db);

  const writing = new AbortController();
  const found = write(index, size, writing.signal);
  const times = await ask(index);
  writing.abort();
  const titles = await similar(index);
  console.log(
    [
      `${size.toLocaleString('en')} posts`,
      `${Math.round(size / seconds)} posts/s indexed`,
      stored === null ? '' : `index ${(stored / bytes).toFixed(1)} × the text`,
      `two words, ${USERS} users: p50 ${at(times, 0.5)} p99 ${at(times, 0.99)} ms`,
      `new post found after ${at(await found, 1)} ms at most`,
      `similar questions: p50 ${at(titles, 0.5)} p99 ${at(titles, 0.99)} ms`,
      `one answer of 1,000 characters: ${(await costOfAnswer(index)).toFixed(2)} ms`,
    ]
      .filter((part) => part !== '')
      .join('; '),
  );
  await close();
}

async function showBurst(): Promise<void> {
  const { posts, found, related, away } = await burst(THREADS);
  console.log(
    [
      `${posts.toLocaleString('en')} posts at once beside the site: all found after ${found.toFixed(1)} s`,
      `neighbours of ${THREADS} questions known after ${related.toFixed(1)} s`,
      `the site was away for ${Math.round(away)} ms at most`,
    ].join('; '),
  );
}

/** Threads of six posts in a burst. */
const THREADS = 500;

const BULK = 200;

async function fill(index: SearchIndex, size: number): Promise<{ seconds: number; bytes: number }> {
  let bytes = 0;
  let seconds = 0;
  let batch: SearchDocument[] = [];
  const put = async () => {
    const started = performance.now();
    await index.put(batch);
    seconds += (performance.now() - started) / 1000;
    batch = [];
  };
  for (const document of corpus(size)) {
    bytes += Buffer.byteLength(document.title + document.body);
    if (batch.push(document) === BULK) await put();
  }
  await put();
  return { seconds, bytes };
}

/** Writes posts one by one until told to stop. @returns milliseconds until each was found */
async function write(index: SearchIndex, size: number, stop: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  let number = 0;
  for (const document of corpus(100_000, 9)) {
    if (stop.aborted) break;
    number += 1;
    const mark = `新着${size}x${number}`;
    const started = performance.now();
    await index.put([{ ...document, id: `new:${number}`, group: `new:${number}`, title: mark }]);
    const { hits } = await index.query({ words: mark, limit: 1 });
    if (hits[0]?.id !== `new:${number}`) throw new Error('A new post was not found');
    times.push(performance.now() - started);
    await pause(BETWEEN_POSTS);
  }
  return times;
}

async function ask(index: SearchIndex): Promise<number[]> {
  const times: number[] = [];
  const queries = twoWordQueries();
  const user = async () => {
    // Users do not begin in the same moment.
    await pause(Math.random() * READING);
    while (times.length < QUERIES) {
      const words = queries.next().value as string;
      const started = performance.now();
      await index.query({ words, limit: 20 });
      times.push(performance.now() - started);
      await pause(READING);
    }
  };
  await Promise.all(Array.from({ length: USERS }, user));
  return times;
}

async function similar(index: SearchIndex): Promise<number[]> {
  const times: number[] = [];
  const titles = questionTitles();
  for (let number = 0; number < 200; number += 1) {
    const words = titles.next().value as string;
    const started = performance.now();
    await index.query({ words, kinds: ['question'], limit: 5, withoutCounts: true });
    times.push(performance.now() - started);
  }
  return times;
}

/** CPU milliseconds of this process for each of many answers that come in tens. */
async function costOfAnswer(index: SearchIndex): Promise<number> {
  const ANSWERS = 200;
  const TOGETHER = 10;
  const texts = [...corpus(ANSWERS * 12, 5)].map(({ body }) => body).join('');
  const answers = Array.from({ length: ANSWERS }, (_, number) =>
    texts.slice(number * 1000, number * 1000 + 1000),
  );
  const [example] = [...corpus(2)].slice(1);
  const before = process.cpuUsage();
  for (let from = 0; from < ANSWERS; from += TOGETHER) {
    const documents = answers.slice(from, from + TOGETHER);
    await index.put(documents.map((body, at) => ({ ...example!, id: `long:${from + at}`, body })));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / ANSWERS;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return (sorted[index] ?? Number.NaN).toFixed(1);
}

if (existsSync(SETS) && process.env.BENCH_QUALITY !== 'off') await quality();
for (const size of SIZES) await speed(size);
if (ENGINE === 'sqlite') await showBurst();

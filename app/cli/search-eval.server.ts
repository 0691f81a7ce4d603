import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.server.ts';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import type { Db } from '#db/schema.ts';
import { evaluate } from '#search/evaluate.ts';
import { fts5Index } from '#search/fts5.server.ts';
import { meilisearchIndex } from '#search/meilisearch/index.server.ts';
import type { SearchIndex } from '#search/port.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import { reindexCommand } from './search-reindex.server.ts';
import { UsageError } from './usage-error.ts';

const ENGINES = {
  sqlite: async () => {
    const db = openSqlite(':memory:');
    return { db, index: fts5Index(db) };
  },
  postgres: async () => {
    const { PGlite } = await import('@electric-sql/pglite');
    const { openPglite } = await import('#db/dialects/postgres.server.ts');
    const db = openPglite(new PGlite());
    return { db, index: postgresIndex(db) };
  },
  meilisearch: async () => {
    const { search } = readConfig({ ...process.env, SEARCH_ENGINE: 'meilisearch' }, 'test');
    if (search.kind !== 'meilisearch') throw new Error('The setting of the engine was not read');
    const index = meilisearchIndex({ url: search.url, key: search.key, index: 'tsunagari_eval' });
    await index.prepare();
    await index.clear();
    return { db: null, index };
  },
} satisfies Record<string, () => Promise<{ db: Db | null; index: SearchIndex }>>;

const isEngine = (name: string | undefined): name is keyof typeof ENGINES =>
  name !== undefined && Object.hasOwn(ENGINES, name);

/**
 * `tsunagari search eval`: ranks a benchmark's documents for its queries, in a database of its own in memory or in an
 * index of its own on the Meilisearch server that MEILI_URL names.
 * `tsunagari search reindex`: see search-reindex.server.ts.
 */
export async function searchCommand([verb, ...args]: string[]): Promise<number> {
  if (verb === 'reindex' && args.length === 0) return reindexCommand();
  if (verb !== 'eval')
    throw new UsageError(
      'there are: search reindex, search eval',
      '使い方は search reindex か search eval です',
    );
  const { engine, docs, queries, out } = parse(args);
  if (!docs || !queries || !out)
    throw new UsageError(
      '--docs, --queries and --out are needed',
      '--docs と --queries と --out を指定してください',
    );
  if (!isEngine(engine))
    throw new UsageError(
      '--engine must be sqlite, postgres or meilisearch',
      '--engine は sqlite か postgres か meilisearch です',
    );
  const { db, index } = await ENGINES[engine]();
  const ranks = await evaluate(index, linesOf(docs), linesOf(queries));
  writeFileSync(out, ranks.map((rank) => `${JSON.stringify(rank)}\n`).join(''));
  await db?.destroy();
  return 0;
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { engine: text, docs: text, queries: text, out: text } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, 'オプションの書き方がちがいます');
  }
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    throw new UsageError(`${path} cannot be read`, `${path} を読めません`);
  }
}

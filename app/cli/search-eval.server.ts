import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import type { Db } from '#db/schema.ts';
import { evaluate } from '#search/evaluate.ts';
import { fts5Index } from '#search/fts5.server.ts';
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
} satisfies Record<string, () => Promise<{ db: Db; index: Parameters<typeof evaluate>[0] }>>;

/**
 * `tsunagari search eval`: ranks a benchmark's documents for its queries, in a database of its own in memory.
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
  if (engine !== 'sqlite' && engine !== 'postgres')
    throw new UsageError('--engine must be sqlite or postgres', '--engine は sqlite か postgres です');
  const { db, index } = await ENGINES[engine]();
  const ranks = await evaluate(index, linesOf(docs), linesOf(queries));
  writeFileSync(out, ranks.map((rank) => `${JSON.stringify(rank)}\n`).join(''));
  await db.destroy();
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

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { fts5Index } from './fts5.server.ts';
import { openSqlite } from './testing.ts';

describe('evaluating search', () => {
  test('answers each query with the ids of the documents, best first', async () => {
    const docs = [
      '{"id":"d1","title":"家賃","body":"家賃を払えない"}',
      '{"id":"d2","title":"水道","body":"家賃と水道"}',
      '',
    ];
    const queries = [
      '{"id":"q1","query":"家賃","relevant":["d1"]}',
      '{"id":"q2","query":"録音","relevant":["d1"]}',
      '',
    ];
    expect(await evaluate(fts5Index(openSqlite()), docs, queries)).toEqual([
      { id: 'q1', ranked: ['d1', 'd2'] },
      { id: 'q2', ranked: [] },
    ]);
  });

  test('names the line that is no document', async () => {
    const docs = ['{"id":"d1","title":"家賃","body":"家賃"}', '{"id":"d2"}'];
    await expect(evaluate(fts5Index(openSqlite()), docs, [])).rejects.toThrow(
      'Line 2 of the benchmark has no text "title".',
    );
  });
});

const BENCH = new URL('../../shared/bench/search/', import.meta.url);
const lines = (name: string) => readFileSync(new URL(name, BENCH), 'utf8').split('\n');

describe.skipIf(!existsSync(BENCH))('the benchmark (skipped where ../shared/bench/search is absent)', () => {
  test('is answered as well as it has been before', async () => {
    const queries = lines('domain.dev.queries.jsonl');
    const ranks = await evaluate(fts5Index(openSqlite()), lines('domain.dev.docs.jsonl'), queries);
    expect(meanReciprocalRank(ranks, queries)).toBeGreaterThan(0.9);
  });
});

function meanReciprocalRank(ranks: Awaited<ReturnType<typeof evaluate>>, queries: readonly string[]): number {
  const relevant = new Map<string, string[]>();
  for (const line of queries) {
    if (line !== '') relevant.set(JSON.parse(line).id, JSON.parse(line).relevant);
  }
  const reciprocal = ranks.map(({ id, ranked }) => {
    const rank = ranked.findIndex((document) => relevant.get(id)!.includes(document));
    return rank === -1 ? 0 : 1 / (rank + 1);
  });
  return reciprocal.reduce((sum, value) => sum + value, 0) / reciprocal.length;
}

import type { SearchIndex } from './port.ts';

/** The answer to one query of a benchmark: ids of documents, best first. */
export interface Ranks {
  id: string;
  ranked: string[];
}

const DEPTH = 10;

/**
 * Fills an empty index of its own with a benchmark's documents and asks it the benchmark's queries.
 *
 * @param docsLines    JSON objects, one a line: `{"id","title","body"}`
 * @param queriesLines JSON objects, one a line: `{"id","query"}` and whatever else, which is not read
 * @throws when a line is not such an object
 */
export async function evaluate(
  index: SearchIndex,
  docsLines: readonly string[],
  queriesLines: readonly string[],
): Promise<Ranks[]> {
  await index.prepare();
  await index.put(
    parse(docsLines, ['id', 'title', 'body']).map((document) => ({
      ...document,
      kind: 'note',
      group: document.id,
      programmes: [],
      area: null,
      at: '',
      solved: null,
      audience: 'members',
    })),
  );
  const ranks: Ranks[] = [];
  for (const { id, query } of parse(queriesLines, ['id', 'query'])) {
    const { hits } = await index.query({ words: query, limit: DEPTH });
    ranks.push({ id, ranked: hits.map((hit) => hit.id) });
  }
  return ranks;
}

function parse<Key extends string>(
  lines: readonly string[],
  keys: readonly Key[],
): Array<Record<Key, string>> {
  const rows: Array<Record<Key, string>> = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '') rows.push(pick(JSON.parse(line), keys, index + 1));
  }
  return rows;
}

function pick<Key extends string>(value: unknown, keys: readonly Key[], line: number): Record<Key, string> {
  const from = Object(value) as Record<string, unknown>;
  for (const key of keys) {
    if (typeof from[key] !== 'string') throw new Error(`Line ${line} of the benchmark has no text "${key}".`);
  }
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Record<Key, string>;
}

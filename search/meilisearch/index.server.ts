import { Meilisearch } from 'meilisearch';
import { FIELD_WEIGHT, FIELDS, NAMED_WEIGHT } from '../analysis/fields.ts';
import { queryTerms, type Terms } from '../analysis/query.ts';
import { tokens } from '../analysis/tokens.ts';
import {
  DOCUMENT_KINDS,
  type SearchAnswer,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
} from '../port.ts';
import { answerOf, type Found } from './answer.ts';
import { done } from './engine.server.ts';
import { type Clients, clientsFor } from './keys.server.ts';
import { bm25, rarity, type Wanted } from './rank.ts';
import { SETTINGS, type Stored } from './settings.ts';
import { asciiText, asciiWord } from './words.ts';

export interface MeilisearchOptions {
  url: string;
  /** The master key, or a key that may do all this with both indexes; none for a server without keys. */
  key?: string;
  /** Name of the index; the one in which it is rebuilt is called the same with `_next`. */
  index: string;
}

export interface MeilisearchIndex extends SearchIndex {
  /**
   * Fills a second index and swaps the two, so that searches go on meanwhile.
   *
   * @param tell is told the number of documents written so far
   */
  rebuild(
    batches: AsyncIterable<readonly SearchDocument[]>,
    tell?: (documents: number) => void,
  ): Promise<void>;
  /** Whether the engine answers. */
  isThere(): Promise<boolean>;
}

/** Longest wait for one request, in milliseconds, beyond which the engine counts as away. */
const WRITE_TIMEOUT = 30_000;
const SEARCH_TIMEOUT = 1_500;
/** Words of one query that are looked up: a title of a question has some forty. */
const WORDS = 80;
/** Documents asked for per word. */
const LISTED = 200;
/** Documents whose texts are compared with the query; the others keep the order of the rarity of their words. */
const RANKED = 100;

/** Question words are left out by the index (see settings.ts), and a search for nothing would find everything. */
const LEFT_OUT = new Set(SETTINGS.stopWords);

const ATTRIBUTES = ['key', 'id', 'kind', 'group', 'at'];

/**
 * Search by a Meilisearch server. It looks words up (Meilisearch by itself wants the first word of a query in every
 * hit, and has no weight for rare words), and the score is BM25 as in the two databases: see rank.ts.
 */
export function meilisearchIndex({ url, key, index }: MeilisearchOptions): MeilisearchIndex {
  const next = `${index}_next`;
  const open = (timeout: number) => (apiKey: string | undefined) =>
    new Meilisearch({ host: url, apiKey, timeout });
  let clients: Promise<Clients> | undefined;
  /** Asked once; again after a failure. */
  const withClients = () => {
    clients ??= clientsFor(open(WRITE_TIMEOUT), key, [index, next]).catch((error: unknown) => {
      clients = undefined;
      throw error;
    });
    return clients;
  };
  const writer = async () => (await withClients()).writer;

  const makeIndex = async (name: string) => {
    const client = await writer();
    await done(() => client.createIndex(name, { primaryKey: 'key' }), 'index_already_exists');
    await done(() => client.index(name).updateSettings(SETTINGS));
  };

  return {
    async prepare() {
      await makeIndex(index);
    },

    async put(documents) {
      const last = [...new Map(documents.map((document) => [document.id, document])).values()];
      if (last.length === 0) return;
      const stored = last.map(storedOf);
      const client = await writer();
      await done(() => client.index(index).addDocuments(stored, { primaryKey: 'key' }));
    },

    async remove(ids) {
      if (ids.length === 0) return;
      const client = await writer();
      await done(() => client.index(index).deleteDocuments(ids.map(keyOf)));
    },

    async query(query) {
      const { typed, named } = queryTerms(query.words);
      const words = new Map([...weighted(named, NAMED_WEIGHT), ...weighted(typed, 1)].slice(0, WORDS));
      if (words.size === 0) return answerOf([], query);
      const all = await withClients();
      const client = query.audience === 'everyone' ? await all.visitors() : all.reader;
      return await answer(client, index, words, query);
    },

    async clear() {
      const client = await writer();
      await done(() => client.index(index).deleteAllDocuments());
    },

    async rebuild(batches, tell) {
      const client = await writer();
      await done(() => client.deleteIndex(next), 'index_not_found');
      await makeIndex(next);
      let written = 0;
      for await (const batch of batches) {
        if (batch.length === 0) continue;
        await done(() => client.index(next).addDocuments(batch.map(storedOf), { primaryKey: 'key' }));
        written += batch.length;
        tell?.(written);
      }
      await done(() => client.swapIndexes([{ indexes: [index, next], rename: false }]));
      await done(() => client.deleteIndex(next), 'index_not_found');
    },

    async isThere() {
      return await open(SEARCH_TIMEOUT)(key).isHealthy();
    },
  };
}

/** Ids may hold any character; a key of Meilisearch is letters, digits, - and _. */
const keyOf = (id: string) => Buffer.from(id).toString('base64url');

function storedOf(document: SearchDocument): Stored {
  const { id, kind, group, programmes, area, at, solved, audience } = document;
  // Meilisearch takes whatever it gets.
  if (!DOCUMENT_KINDS.includes(kind)) throw new Error('A document of an unknown kind cannot be indexed');
  const title = asciiText(tokens(document.title));
  const body = asciiText(tokens(document.body));
  return {
    key: keyOf(id),
    id,
    kind,
    group,
    programmes,
    area,
    at: Date.parse(at),
    solved,
    audience,
    title,
    body,
  };
}

function weighted(terms: Terms, weight: number): Array<[string, number]> {
  return FIELDS.flatMap((field) =>
    terms[field]
      .map((term): [string, number] => [asciiWord(field, term), weight * FIELD_WEIGHT[field]])
      .filter(([word]) => !LEFT_OUT.has(word)),
  );
}

/** What may be found, without the kinds: those are told apart by `answerOf`, which counts them. */
function filterOf({ programmes, areas, from, until, solved, audience }: SearchQuery): string {
  const oneOf = (name: string, values: readonly string[] | undefined) =>
    values && `${name} IN [${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  return [
    oneOf('programmes', programmes),
    oneOf('area', areas),
    from !== undefined && `at >= ${Date.parse(from)}`,
    until !== undefined && `at < ${Date.parse(until)}`,
    solved !== undefined && `solved = ${solved}`,
    audience && `audience = ${audience}`,
  ]
    .filter(Boolean)
    .join(' AND ');
}

type Listed = Pick<Stored, 'key' | 'id' | 'kind' | 'group' | 'at'>;

async function answer(
  client: Meilisearch,
  index: string,
  words: ReadonlyMap<string, number>,
  query: SearchQuery,
): Promise<SearchAnswer> {
  const filter = filterOf(query) || undefined;
  const [everything, ...lists] = (
    await client.multiSearch<{ queries: Parameters<typeof client.multiSearch>[0]['queries'] }, Listed>({
      queries: [
        { indexUid: index, q: '', limit: 0 },
        ...[...words.keys()].map((word) => ({
          indexUid: index,
          q: word,
          filter,
          limit: LISTED,
          attributesToRetrieve: ATTRIBUTES,
        })),
      ],
    })
  ).results;
  const documents = everything?.estimatedTotalHits ?? 0;
  const wanted = [...words].map(([word, weight], at): Wanted => {
    const holding = lists[at]?.estimatedTotalHits ?? 0;
    return { word, weight, rarity: rarity(documents, holding) };
  });

  const found = new Map<string, Found & { key: string }>();
  for (const [at, { hits }] of lists.entries()) {
    const { weight, rarity } = wanted[at]!;
    for (const { key, id, kind, group, at: time } of hits) {
      const hit = found.get(key) ?? {
        key,
        id,
        kind: kind as Found['kind'],
        group,
        at: time,
        held: 0,
        score: 0,
      };
      hit.held += weight * rarity;
      found.set(key, hit);
    }
  }
  const best = [...found.values()].sort((a, b) => b.held - a.held);
  const ranked = best.slice(0, RANKED);
  const texts = await textsOf(client, index, ranked);
  for (const [at, score] of bm25(wanted, texts).entries()) ranked[at]!.score = score;
  return answerOf(best, query);
}

async function textsOf(
  client: Meilisearch,
  index: string,
  ranked: ReadonlyArray<{ key: string }>,
): Promise<Array<Pick<Stored, 'title' | 'body'>>> {
  if (ranked.length === 0) return [];
  const { hits } = await client.index<Pick<Stored, 'key' | 'title' | 'body'>>(index).search('', {
    filter: `key IN [${ranked.map(({ key }) => key).join(', ')}]`,
    limit: ranked.length,
    attributesToRetrieve: ['key', 'title', 'body'],
  });
  const texts = new Map(hits.map((hit) => [hit.key, hit]));
  return ranked.map(({ key }) => texts.get(key) ?? { title: '', body: '' });
}

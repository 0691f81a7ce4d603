import { Meilisearch } from 'meilisearch';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { searchIndexContract } from '../contract.ts';
import { EngineAway } from '../engine-away.ts';
import type { SearchDocument } from '../port.ts';
import { type MeilisearchIndex, meilisearchIndex } from './index.server.ts';
import { engineOrDatabase } from './or-database.server.ts';
import { openStandIn } from './testing.ts';

const MASTER = 'a-master-key-of-sixteen-letters-or-more';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(masterKey?: string) {
  const server = await openStandIn(masterKey);
  closing.push(server.close);
  const index = meilisearchIndex({ url: server.url, key: masterKey, index: 'test' });
  const ids = async (words: string, audience?: 'everyone') =>
    (await index.query({ words, limit: 10, audience })).hits.map(({ id }) => id);
  return { ...server, index, ids };
}

const note = (name: string, body: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: `note:${name}`,
  kind: 'note',
  group: `note:${name}`,
  title: '',
  body,
  programmes: [],
  area: null,
  at: '2026-04-01T00:00:00.000Z',
  solved: null,
  audience: 'members',
  ...more,
});

test('Meilisearch has no typing errors, prefixes or words of its own, and may count every document', async () => {
  const { index, engine } = await open();
  await index.prepare();
  expect(engine.indexes.get('test')).toMatchObject({
    primaryKey: 'key',
    settings: {
      typoTolerance: { enabled: false },
      prefixSearch: 'disabled',
      synonyms: {},
      stopWords: [],
      pagination: { maxTotalHits: 10_000_000 },
    },
  });
});

describe('keys', () => {
  test('the master key makes one key that writes these indexes and one that searches, and does nothing else', async () => {
    const { index, engine, ids } = await open(MASTER);
    await index.prepare();
    await index.put([note('rent', '家賃の相談')]);
    expect(await ids('家賃')).toEqual(['note:rent']);
    expect(engine.keys).toMatchObject([
      { name: 'test: writes', indexes: ['test', 'test_next', 'test_words'] },
      { name: 'test: searches', actions: ['search'], indexes: ['test', 'test_words'] },
    ]);
    const byMaster = engine.requests.filter(({ key }) => key === MASTER).map(({ line }) => line);
    expect([...new Set(byMaster)]).toEqual(['GET /keys', 'POST /keys']);
    const searches = engine.requests.filter(({ line }) => line.endsWith('search'));
    expect(new Set(searches.map(({ key }) => key))).toEqual(new Set([engine.keys[1]!.key]));
  });

  test('are made once, whoever starts again', async () => {
    const { index, engine, url } = await open(MASTER);
    await index.prepare();
    await meilisearchIndex({ url, key: MASTER, index: 'test' }).prepare();
    expect(engine.keys).toHaveLength(2);
  });

  test('for visitors carry their limit in themselves', async () => {
    const { index, engine, ids, url } = await open(MASTER);
    await index.prepare();
    await index.put([note('inside', '家賃の相談'), note('outside', '家賃の報告', { audience: 'everyone' })]);
    expect((await ids('家賃')).toSorted()).toEqual(['note:inside', 'note:outside']);
    expect(await ids('家賃', 'everyone')).toEqual(['note:outside']);
    const { key: token = '' } = engine.requests.at(-1)!;
    // Whoever had the token could not ask for more.
    const answer = await fetch(`${url}/indexes/test/search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ q: '', filter: 'audience = members' }),
    });
    expect(await answer.json()).toMatchObject({ hits: [] });
  });

  test('that may do only this are used as they are', async () => {
    const first = await open(MASTER);
    await first.index.prepare();
    const { key } = first.engine.keys[0]!;
    const limited = meilisearchIndex({ url: first.url, key, index: 'test' });
    await limited.prepare();
    await limited.put([note('rent', '家賃の相談')]);
    expect((await limited.query({ words: '家賃', limit: 10 })).hits).toHaveLength(1);
    expect(first.engine.keys).toHaveLength(2);
  });
});

describe('trouble', () => {
  test.each([
    ['an answer that the engine is busy', 503],
    ['too many requests', 429],
    ['a connection that breaks', 0],
  ])('that passes is no trouble: %s', async (_, status) => {
    const { index, engine, ids } = await open();
    await index.prepare();
    engine.trouble.push(status, status);
    await index.put([note('rent', '家賃の相談')]);
    expect(await ids('家賃')).toEqual(['note:rent']);
  });

  test('that stays is told', async () => {
    const { index, engine } = await open();
    await index.prepare();
    engine.trouble.push(503, 503, 503);
    await expect(index.put([note('rent', '家賃の相談')])).rejects.toThrow();
    expect(engine.indexes.get('test')!.documents.size).toBe(0);
  });

  test('a task that fails is told by its code', async () => {
    const { index } = await open();
    await expect(index.put([note('rent', '家賃の相談')])).rejects.toThrow('index_not_found');
  });

  test('a key that is refused is told', async () => {
    const { url } = await open(MASTER);
    const stranger = meilisearchIndex({ url, key: 'no-such-key', index: 'test' });
    await expect(stranger.prepare()).rejects.toThrow();
  });
});

describe('two processes', () => {
  test('rebuild one at a time, and what the other puts meanwhile is there afterwards', async () => {
    const { index, url, ids } = await open(MASTER);
    await index.prepare();
    const other = meilisearchIndex({ url, key: MASTER, index: 'test' });
    async function* batches() {
      yield [note('rent', '家賃の相談')];
      expect(await other.rebuild(batches())).toBe(false);
      await other.put([note('water', '家賃と水道')]);
    }
    expect(await index.rebuild(batches())).toBe(true);
    expect((await ids('家賃')).toSorted()).toEqual(['note:rent', 'note:water']);
  });
});

describe('while the engine is away', () => {
  const databaseWith = () => {
    const written: string[] = [];
    return {
      written,
      prepare: async () => {},
      put: async (documents: readonly SearchDocument[]) =>
        void written.push(...documents.map(({ id }) => id)),
      remove: async (ids: readonly string[]) => void written.push(...ids.map((id) => `- ${id}`)),
      query: async () => ({
        hits: [],
        total: 0,
        counts: { question: 0, answer: 0, note: 0, report: 0, organization: 0 },
        suggestion: null,
        takenFor: [],
      }),
      clear: async () => {},
      wantsRebuild: async () => false,
      async rebuild(batches: AsyncIterable<readonly SearchDocument[]>) {
        for await (const batch of batches) await this.put(batch);
        return true;
      },
    };
  };

  test('the database answers, and says so; what is written waits for the engine', async () => {
    const { index, close } = await open();
    const told: unknown[] = [];
    const database = databaseWith();
    const both = engineOrDatabase(index, database, (error) => told.push(error));
    await both.prepare();
    await both.put([note('rent', '家賃の相談')]);
    const found = await both.query({ words: '家賃', limit: 10 });
    expect(found).toMatchObject({ total: 1 });
    expect(found.fromStandIn).toBeUndefined();

    await close();
    expect(await both.query({ words: '家賃', limit: 10 })).toMatchObject({ total: 0, fromStandIn: true });
    await expect(both.put([note('water', '水道の相談')])).rejects.toThrow(EngineAway);
    await expect(both.remove(['note:rent'])).rejects.toThrow(EngineAway);
    expect(database.written).toEqual(['note:rent', 'note:water', '- note:rent']);
    expect(told).toHaveLength(1);
  });

  test('a rebuild fills both, or the database alone', async () => {
    const { index, engine, ids, close } = await open();
    const database = databaseWith();
    const both = engineOrDatabase(index, database, () => {});
    await both.prepare();
    expect(await both.wantsRebuild()).toBe(true);
    async function* batches() {
      yield [note('rent', '家賃の相談')];
    }
    expect(await both.rebuild(batches())).toBe(true);
    expect(await ids('家賃')).toEqual(['note:rent']);
    expect(await both.wantsRebuild()).toBe(false);
    expect([...engine.indexes.keys()].toSorted()).toEqual(['test', 'test_words']);
    await close();
    expect(await both.rebuild(batches())).toBe(true);
    expect(database.written).toEqual(['note:rent', 'note:rent']);
  });

  test('the site starts all the same', async () => {
    const { index, close } = await open();
    await close();
    const both = engineOrDatabase(index, databaseWith(), () => {});
    await both.prepare();
    expect(await both.query({ words: '家賃', limit: 10 })).toMatchObject({ fromStandIn: true });
  });
});

/** What the index promises beside the contract, whatever server it talks to. */
function moreThanTheContract(name: string, open: () => Promise<MeilisearchIndex>): void {
  describe(`visitors on ${name}`, () => {
    const idsIn = async (index: MeilisearchIndex, audience?: 'everyone') =>
      (await index.query({ words: '家賃', limit: 10, audience })).hits.map(({ id }) => id).toSorted();

    test('keeps visitors to what is for everyone', async () => {
      const index = await open();
      await index.prepare();
      await index.put([
        note('inside', '家賃の相談'),
        note('outside', '家賃の報告', { audience: 'everyone' }),
      ]);
      expect(await idsIn(index)).toEqual(['note:inside', 'note:outside']);
      expect(await idsIn(index, 'everyone')).toEqual(['note:outside']);
    });
  });
}

const openIndex = async () => (await open(MASTER)).index;
searchIndexContract('Meilisearch as documented', openIndex);
moreThanTheContract('Meilisearch as documented', openIndex);

const { MEILI_TEST_URL: url = '', MEILI_TEST_KEY: key } = process.env;

describe.runIf(url)('a real server', () => {
  const made: string[] = [];
  const openReal = async () => {
    const index = `tsunagari_test_${process.pid}_${made.length}`;
    made.push(index);
    return meilisearchIndex({ url, key, index });
  };
  searchIndexContract('a real Meilisearch', openReal);
  moreThanTheContract('a real Meilisearch', openReal);

  afterAll(async () => {
    const client = new Meilisearch({ host: url, apiKey: key });
    for (const index of made) for (const name of [index, `${index}_words`]) await client.deleteIndex(name);
    if (key === undefined) return;
    const { results } = await client.getKeys({ limit: 1000 });
    const ours = results.filter(({ indexes }) => indexes.some((index) => made.includes(index)));
    for (const { uid } of ours) await client.deleteKey(uid);
  });
});

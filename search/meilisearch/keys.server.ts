import { type Key, type KeyCreation, type Meilisearch, MeilisearchApiError } from 'meilisearch';
import { generateTenantToken } from 'meilisearch/token';
import { persistently } from './engine.server.ts';

export interface Clients {
  /** Writes documents and settings of this index and the one that replaces it. */
  writer: Meilisearch;
  /** Searches in this index and does nothing else. */
  reader: Meilisearch;
  /** Searches what visitors may see, whatever the query asks for. */
  visitors(): Promise<Meilisearch>;
}

/** Life of a visitors' token, in milliseconds: one search, with room for clocks that differ. */
const TOKEN_LIFE = 10 * 60_000;

/**
 * The least powerful clients that `key` allows: with a key that may make keys (the master key), one key that writes
 * the indexes and one that searches; with any other key, that key itself.
 */
export async function clientsFor(
  open: (key: string | undefined, work: 'writing' | 'searching') => Meilisearch,
  key: string | undefined,
  { index, next, words }: { index: string; next: string; words: string },
): Promise<Clients> {
  const given = open(key, 'writing');
  const known = key === undefined ? null : await keysOf(given);
  if (known === null) {
    const reader = open(key, 'searching');
    return { writer: given, reader, visitors: async () => reader };
  }

  const having = async (wanted: KeyCreation & { name: string }): Promise<Key> =>
    known.find(({ name }) => name === wanted.name) ?? (await persistently(() => given.createKey(wanted)));
  const writer = await having({
    name: `${index}: writes`,
    description: 'Writes the index of the network site and rebuilds it',
    actions: ['documents.*', 'indexes.*', 'settings.*', 'tasks.get', 'search'],
    indexes: [index, next, words],
    expiresAt: null,
  });
  const reader = await having({
    name: `${index}: searches`,
    description: 'Searches the index of the network site',
    actions: ['search'],
    indexes: [index, words],
    expiresAt: null,
  });
  const searchRules = { [index]: { filter: 'audience = everyone' } };
  return {
    writer: open(writer.key, 'writing'),
    reader: open(reader.key, 'searching'),
    async visitors() {
      const expiresAt = new Date(Date.now() + TOKEN_LIFE);
      return open(
        await generateTenantToken({ apiKey: reader.key, apiKeyUid: reader.uid, searchRules, expiresAt }),
        'searching',
      );
    },
  };
}

/** All keys there are; null where this key may not ask, or where the server has no keys. */
async function keysOf(client: Meilisearch): Promise<Key[] | null> {
  try {
    return (await persistently(() => client.getKeys({ limit: 1000 }))).results;
  } catch (error) {
    const status = error instanceof MeilisearchApiError ? error.response.status : 0;
    if (status === 401 || status === 403) return null;
    throw error;
  }
}

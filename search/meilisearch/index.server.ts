import { Meilisearch, type Settings } from 'meilisearch';
import type { Names } from '../analysis/expand.ts';
import { comparable, indexTokens } from '../analysis/tokens.ts';
import { ANALYSIS } from '../analysis/version.ts';
import { Engine } from '../engine.ts';
import { DOCUMENT_KINDS, type SearchDocument, type SearchIndex } from '../port.ts';
import { lengthOf } from '../rank.ts';
import { done, isMissing, persistently, TaskFailed } from './engine.server.ts';
import { type Clients, clientsFor } from './keys.server.ts';
import { SETTINGS, type Stored } from './settings.ts';
import { storeIn } from './store.server.ts';
import { type StoredWord, storedWords, vocabularyIn, WORD_SETTINGS } from './vocabulary.server.ts';
import { asciiWord } from './words.ts';

export interface MeilisearchOptions {
  url: string;
  /** The master key, or a key that may do all this with both indexes; none for a server without keys. */
  key?: string;
  /**
   * Name of the index. The one in which it is rebuilt is called the same with `_next`, the one of its words with
   * `_words`.
   */
  index: string;
  /** Words and their other names; those of the field when left out. */
  names?: () => Promise<Names>;
}

/** A second index that is being filled. */
export interface Rebuilding {
  /** Adds documents, but for those that were put or removed since the rebuild began: those are newer. */
  write(documents: readonly SearchDocument[]): Promise<void>;
  /** Puts the second index in the place of the first. */
  finish(): Promise<void>;
  /** Leaves everything as it was. */
  abandon(): Promise<void>;
}

export interface MeilisearchIndex extends SearchIndex {
  /** Begins a rebuild; null when another is under way. */
  beginRebuild(): Promise<Rebuilding | null>;
}

/** Milliseconds after which a second index that nothing was written to was left by a process that died. */
const LEFT = 2 * 60_000;
/** Key of the entry among the words that tells which version of the analysis filled the index; no word has its length. */
const VERSION = 'analysis';

/** Longest wait for one request, in milliseconds, beyond which the engine counts as away. */
const TIMEOUT = { writing: 30_000, searching: 2_000 };

/**
 * Search by a Meilisearch server: it tells which documents hold which tokens, and how many; their order is made here,
 * as it is over the two databases. Left to itself Meilisearch wants the first word of a query in every hit, reads no
 * more than ten words, and gives a rare word no more weight than a common one.
 */
export function meilisearchIndex({ url, key, index, names }: MeilisearchOptions): MeilisearchIndex {
  const next = `${index}_next`;
  const words = `${index}_words`;
  const open = (apiKey: string | undefined, work: keyof typeof TIMEOUT) =>
    new Meilisearch({ host: url, apiKey, timeout: TIMEOUT[work] });
  let clients: Promise<Clients> | undefined;
  /** Asked once; again after a failure. */
  const withClients = () => {
    clients ??= clientsFor(open, key, { index, next, words }).catch((error: unknown) => {
      clients = undefined;
      throw error;
    });
    return clients;
  };
  const writer = async () => (await withClients()).writer;
  const engine = new Engine(storeIn(index, withClients), vocabularyIn(words, withClients), names);

  const makeIndex = async (name: string, settings: Settings) => {
    const client = await writer();
    await done(() => client.createIndex(name, { primaryKey: 'key' }), 'index_already_exists');
    await done(() => client.index(name).updateSettings(settings));
  };
  const putInto = async (name: string, documents: readonly SearchDocument[]) => {
    if (documents.length === 0) return;
    const client = await writer();
    const stored = documents.map(storedOf);
    await done(() => client.index(name).addDocuments(stored));
    const found = storedWords(documents);
    if (found.length > 0) await done(() => client.index(words).addDocuments(found));
  };
  const secondIndex = async () => {
    const client = await writer();
    try {
      return await persistently(() => client.getRawIndex(next));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };
  /** Ids that were written since this process began a rebuild. */
  let newer: Set<string> | null = null;
  /** Where a write goes: to the second index too, whoever is filling it. */
  const targets = async (ids: readonly string[]) => {
    for (const id of ids) newer?.add(id);
    return newer || (await secondIndex()) ? [index, next] : [index];
  };

  return {
    async prepare() {
      await makeIndex(index, SETTINGS);
      await makeIndex(words, WORD_SETTINGS);
    },

    async put(documents) {
      const last = [...new Map(documents.map((document) => [document.id, document])).values()];
      if (last.length === 0) return;
      for (const name of await targets(last.map(({ id }) => id))) await putInto(name, last);
    },

    async remove(ids) {
      if (ids.length === 0) return;
      const client = await writer();
      const keys = ids.map(keyOf);
      for (const name of await targets(ids)) await done(() => client.index(name).deleteDocuments(keys));
    },

    query: (query) => engine.query(query),

    async clear() {
      const client = await writer();
      for (const name of [index, words]) await done(() => client.index(name).deleteAllDocuments());
    },

    async wantsRebuild() {
      const client = await writer();
      try {
        const entry = await persistently(() => client.index<StoredWord>(words).getDocument(VERSION));
        return entry.written !== String(ANALYSIS);
      } catch (error) {
        if (isMissing(error)) return true;
        throw error;
      }
    },

    async beginRebuild() {
      if (newer) return null;
      newer = new Set();
      try {
        const other = await secondIndex();
        if (other && Date.now() - Date.parse(other.updatedAt) < LEFT) {
          newer = null;
          return null;
        }
        const client = await writer();
        await done(() => client.deleteIndex(next), 'index_not_found');
        await makeIndex(next, SETTINGS);
      } catch (error) {
        newer = null;
        throw error;
      }
      return {
        async write(documents) {
          await putInto(
            next,
            documents.filter(({ id }) => !newer?.has(id)),
          );
        },
        async finish() {
          const client = await writer();
          const { createdAt } = await persistently(() => client.getRawIndex(next));
          await persistently(() => client.swapIndexes([{ indexes: [index, next], rename: false }]));
          newer = null;
          // A swap is no single index's task, so a key that is limited to indexes may not look at it. Tasks are done
          // in their order: when the one that follows it is done, so is the swap.
          await done(() => client.deleteIndex(next));
          const now = await persistently(() => client.getRawIndex(index));
          if (now.createdAt !== createdAt) throw new TaskFailed('index_swap_failed');
          const version = { key: VERSION, sound: '', folded: '', written: String(ANALYSIS), reading: '' };
          await done(() => client.index(words).addDocuments([version]));
        },
        async abandon() {
          newer = null;
          const client = await writer();
          await done(() => client.deleteIndex(next), 'index_not_found');
        },
      };
    },

    async rebuild(batches, tell) {
      const rebuilding = await this.beginRebuild();
      if (!rebuilding) return false;
      let written = 0;
      try {
        for await (const batch of batches) {
          await rebuilding.write(batch);
          written += batch.length;
          tell?.(written);
        }
      } catch (error) {
        await rebuilding.abandon();
        throw error;
      }
      await rebuilding.finish();
      return true;
    },
  };
}

/** Ids may hold any character; a key of Meilisearch is letters, digits, - and _. */
const keyOf = (id: string) => Buffer.from(id).toString('base64url');

function storedOf(document: SearchDocument): Stored {
  const { id, kind, group, programmes, area, at, solved, audience } = document;
  // Meilisearch takes whatever it gets.
  if (!DOCUMENT_KINDS.includes(kind)) throw new Error('A document of an unknown kind cannot be indexed');
  const texts = { title: comparable(document.title), body: comparable(document.body) };
  return {
    key: keyOf(id),
    id,
    kind,
    group,
    programmes,
    area,
    at,
    time: Date.parse(at) || 0,
    solved,
    audience,
    length: lengthOf(texts),
    tokens: indexTokens(texts.title, texts.body).map(asciiWord),
    ...texts,
  };
}

import type { Settings } from 'meilisearch';
import { readingOfWord, wordsRead } from '../analysis/readings.server.ts';
import type { SearchDocument } from '../port.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Clients } from './keys.server.ts';
import { equalOnly, WITHOUT_LANGUAGE } from './settings.ts';
import { asciiWord } from './words.ts';

/** What Meilisearch holds of a word of the collection. */
export interface StoredWord {
  /** `folded`, as `asciiWord` writes it. */
  key: string;
  /** `reading`, as `asciiWord` writes it. */
  sound: string;
  folded: string;
  written: string;
  reading: string;
}

export const WORD_SETTINGS = {
  ...WITHOUT_LANGUAGE,
  searchableAttributes: ['folded'],
  filterableAttributes: [equalOnly('key', 'sound')],
} satisfies Settings;

/** Most words taken for the readings of one query. */
const MOST = 1_000;

/** The words of documents, each once. */
export function storedWords(documents: readonly SearchDocument[]): StoredWord[] {
  const words = documents.flatMap(({ title, body }) => wordsRead(`${title}\n${body}`));
  const stored = words.map((word) => ({
    key: asciiWord(word.folded),
    sound: asciiWord(word.reading),
    ...word,
  }));
  return [...new Map(stored.map((word) => [word.key, word])).values()];
}

/** The vocabulary in a Meilisearch index of its own. */
export function vocabularyIn(index: string, clients: () => Promise<Clients>): Vocabulary {
  const having = async (attribute: 'key' | 'sound', values: readonly string[]) => {
    if (values.length === 0) return [];
    const { reader } = await clients();
    const { hits } = await reader.index<StoredWord>(index).search('', {
      filter: `${attribute} IN [${values.map(asciiWord).join(', ')}]`,
      limit: MOST,
      attributesToRetrieve: ['folded', 'written', 'reading'],
    });
    return hits;
  };
  return {
    readingOf: readingOfWord,
    readAs: (readings) => having('sound', readings),
    writtenAs: async (folded) =>
      new Map((await having('key', folded)).map((word) => [word.folded, word.written])),
  };
}

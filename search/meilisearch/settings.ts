import type { Settings } from 'meilisearch';
import type { SearchDocument } from '../port.ts';

/** What Meilisearch holds of a document. */
export type Stored = Pick<
  SearchDocument,
  'id' | 'kind' | 'group' | 'programmes' | 'area' | 'at' | 'solved' | 'audience'
> & {
  /** The document's id in letters that Meilisearch takes for one. */
  key: string;
  /** `at` in milliseconds since 1970: Meilisearch compares numbers only. */
  time: number;
  /** Of the texts, as `lengthOf` counts it. */
  length: number;
  /** The distinct tokens under which it is found, as `asciiWord` writes them. */
  tokens: string[];
  /** Folded; from these scores are counted. */
  title: string;
  body: string;
};

export const equalOnly = (...attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
});

/**
 * Our analysis does what differs with the language, for texts and queries alike and for every engine: folding,
 * question words as stop words, other names as synonyms, readings, typing errors. Meilisearch holds its tokens as values
 * to filter by, and no words of its own: what the desk adds to the dictionary holds at the next search, without a task
 * that goes through the whole index.
 */
export const WITHOUT_LANGUAGE = {
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  proximityPrecision: 'byAttribute',
  // How many documents hold a token is asked of the index, and is never to be rounded down.
  pagination: { maxTotalHits: 10_000_000 },
} satisfies Settings;

/** Settings of the index of documents. */
export const SETTINGS = {
  ...WITHOUT_LANGUAGE,
  searchableAttributes: ['id'],
  filterableAttributes: [
    equalOnly('tokens', 'kind', 'programmes', 'area', 'solved', 'audience'),
    {
      attributePatterns: ['time'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['time'],
  rankingRules: ['sort'],
} satisfies Settings;

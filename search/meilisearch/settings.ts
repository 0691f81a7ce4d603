import type { Settings } from 'meilisearch';
import { foldKana } from '../analysis/fold.ts';
import { QUESTION_WORDS } from '../analysis/question-words.ts';
import { asciiWord } from './words.ts';

/** What Meilisearch holds of a document. */
export interface Stored {
  /** The document's id in letters that Meilisearch takes for one. */
  key: string;
  id: string;
  kind: string;
  group: string;
  programmes: readonly string[];
  area: string | null;
  /** Milliseconds since 1970. */
  at: number;
  solved: boolean | null;
  audience: string;
  /** Tokens of our analysis as words of Latin letters; see words.ts. The text itself stays in the database. */
  title: string;
  body: string;
}

/**
 * Settings of the index. Words come analysed (folding, other names, readings), so what Meilisearch would do to
 * words in any language is off. Other names are added to the query, not here: what the desk adds to the dictionary
 * holds at the next search, without a task that goes through the whole index.
 */
export const SETTINGS = {
  searchableAttributes: ['title', 'body'],
  filterableAttributes: ['key', 'kind', 'programmes', 'area', 'at', 'solved', 'audience'],
  sortableAttributes: [],
  rankingRules: ['words', 'attribute'],
  stopWords: [...QUESTION_WORDS].map((word) => asciiWord('word', foldKana(word))).toSorted(),
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  // Tokens are Latin letters; whatever language they look like, nothing is to be cut off or joined.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  // The number of documents with a word is asked of the index, and is never to be rounded down.
  pagination: { maxTotalHits: 10_000_000 },
} satisfies Settings;

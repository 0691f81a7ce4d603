export type DocumentKind = 'question' | 'answer' | 'note' | 'report' | 'organization';

export const DOCUMENT_KINDS = ['question', 'answer', 'note', 'report', 'organization'] as const;

/** Who may see a document: members who are logged in, or visitors too. */
export type Audience = 'members' | 'everyone';

export interface SearchDocument {
  /** Names the document in the whole network, as in `question:abc`. */
  id: string;
  kind: DocumentKind;
  /** The result that it belongs to: the id of an answer's question, else its own id. */
  group: string;
  /** Plain text; counts more than the body. Empty where the document has none. */
  title: string;
  /** Plain text. */
  body: string;
  /** Slugs; any of them matches. */
  programmes: readonly string[];
  /** Of the author's organization; null when nobody has told. */
  area: string | null;
  /** ISO 8601, UTC: for the order by time and for periods. */
  at: string;
  /** Whether its question is solved; null for what cannot be. */
  solved: boolean | null;
  audience: Audience;
}

export interface SearchHit {
  /** The best document of its group. */
  id: string;
  kind: DocumentKind;
  group: string;
  /** Higher is better. Comparable within one answer only. */
  score: number;
}

export interface SearchQuery {
  /** What the member typed, as typed. "…" or 「…」 must stand as such, -word must not stand at all. */
  words: string;
  /** Each filter narrows; an empty list finds nothing, one left out lets everything through. */
  kinds?: readonly DocumentKind[];
  programmes?: readonly string[];
  areas?: readonly string[];
  /** ISO 8601, UTC, inclusive; a document's time is compared as text, so a day alone will do for `from`. */
  from?: string;
  /** Exclusive. */
  until?: string;
  solved?: boolean;
  /** `everyone`: only what anyone may see. */
  audience?: 'everyone';
  order?: 'relevance' | 'newest';
  limit: number;
  offset?: number;
  /** The counts of other kinds than those asked for may be left out; saves time where nobody looks at them. */
  withoutCounts?: true;
}

export interface SearchAnswer {
  /** One of each group, its best; in the order asked for. */
  hits: SearchHit[];
  /** Groups found, weak matches left out; counted up to MOST_FOUND. */
  total: number;
  /** The same for each kind, by the best document of the group, as if no kinds had been asked for. */
  counts: Record<DocumentKind, number>;
  /** The words as they may have been meant, where they hold a typing error that words of the index explain. */
  suggestion: string | null;
  /** What the words were taken for besides, folded, for `snippet` to mark: other names, the same in kana or kanji. */
  takenFor: readonly string[];
  /** The chosen engine is away, and the database's own index has answered. */
  fromStandIn?: true;
}

/** Results are counted and paged so far; who has more than that needs another word, not another page. */
export const MOST_FOUND = 100;

export interface SearchIndex {
  /** Creates the index's tables where they are missing. Does nothing the second time. */
  prepare(): Promise<void>;
  /** Adds documents, or replaces those with the same id: all of them or none. The last of two with one id counts. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  /** Forgets documents. Ids that the index does not know are no error. */
  remove(ids: readonly string[]): Promise<void>;
  /** Blank words find nothing; whatever is typed, it is only ever words. */
  query(query: SearchQuery): Promise<SearchAnswer>;
  /** Forgets every document. */
  clear(): Promise<void>;
  /** Whether the index has yet to be filled, or was filled by another version of the analysis. */
  wantsRebuild(): Promise<boolean>;
  /**
   * Builds the index anew beside the one in use, which goes on answering, and puts it in its place. What is put or
   * removed meanwhile counts in both.
   *
   * @param batches all documents there are
   * @param tell    is told the number of documents written so far
   * @returns whether it was done: not when another process is at it
   */
  rebuild(
    batches: AsyncIterable<readonly SearchDocument[]>,
    tell?: (documents: number) => void,
  ): Promise<boolean>;
}

export type DocumentKind = 'question' | 'answer' | 'note' | 'report' | 'organization';

export interface SearchDocument {
  /** Names the document in the whole network, as in `question:abc`. */
  id: string;
  kind: DocumentKind;
  /** Plain text; counts more than the body. Empty where the document has none. */
  title: string;
  /** Plain text. */
  body: string;
}

export interface SearchHit {
  id: string;
  kind: DocumentKind;
  /** Higher is better. Comparable within one answer only. */
  score: number;
}

export interface SearchQuery {
  /** What the member typed, as typed. */
  words: string;
  /** Only documents of these kinds; all kinds when left out. */
  kinds?: readonly DocumentKind[];
  limit: number;
}

export interface SearchIndex {
  /** Creates the index's tables where they are missing. Does nothing the second time. */
  prepare(): Promise<void>;
  /** Adds documents, or replaces those with the same id: all of them or none. The last of two with one id counts. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  /** Forgets documents. Ids that the index does not know are no error. */
  remove(ids: readonly string[]): Promise<void>;
  /** Best match first, at most `limit` hits. Blank words find nothing; whatever is typed, it is only ever words. */
  query(query: SearchQuery): Promise<SearchHit[]>;
  /** Forgets every document. */
  clear(): Promise<void>;
}

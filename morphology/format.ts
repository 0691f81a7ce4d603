/**
 * The dictionary file: one line of JSON, then the parts one after another, each packed with brotli by itself so that
 * unpacking needs no more memory than the largest of them.
 *
 * Words are the paths of a trie. Its nodes are numbered by level, so that the children of a node stand side by side
 * and in the order of their characters, and the nodes' counts of children say where.
 */
export interface Header {
  /** Bytes of each part as packed, in the order of `Parts`. */
  packed: number[];
  /** Where the words come from. */
  source: string;
  /** Part of speech by number of connection class: 名詞,固有名詞,人名,姓. */
  classes: string[];
  nodes: number;
  entries: number;
  /** Bytes of all readings. */
  readings: number;
  /** For characters of unknown words, by category. */
  categories: Category[];
}

/** What the file holds behind its header, in this order. */
export interface Parts {
  /** By node: the character that leads to it, its children, its entries. */
  labels: Uint16Array;
  children: Uint16Array;
  entries: Uint8Array;
  /** By entry: connection classes, cost, characters of its reading. */
  left: Uint16Array;
  right: Uint16Array;
  cost: Int16Array;
  readingLengths: Uint8Array;
  readings: Uint8Array;
  matrix: Int16Array;
  categoryOf: Uint8Array;
}

/** How words are guessed that the dictionary does not have, by the kind of their characters. */
export interface Category {
  name: string;
  /** Guess even where the dictionary has a word. */
  always: boolean;
  /** Take the whole run of such characters for a word. */
  group: boolean;
  /** Also take 1 to this many characters for one. */
  length: number;
  /** What the word may be: [class, cost]. */
  guesses: Array<[number, number]>;
}

/** A reading in kana is kept as one byte per character; 0 ends none, because lengths are kept beside. */
export const READING_BASE = 0x30a0;

/** Category names in the order of their numbers; each character of the Basic Multilingual Plane has one. */
export const PLANE = 0x10000;

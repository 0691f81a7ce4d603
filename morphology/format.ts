/**
 * The dictionary file: one line of JSON that tells the lengths, then the arrays one after another, packed with brotli.
 *
 * Words are the paths of a trie. Its nodes are numbered by level, so that the children of a node stand side by side
 * and in the order of their characters, and the nodes' counts of children say where.
 */
export interface Header {
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

import type { Dictionary } from './dictionary.server.ts';
import { READING_BASE } from './format.ts';

export interface Token {
  /** UTF-16 code units of the text. */
  start: number;
  end: number;
  /** Part of speech, finest last: 名詞,固有名詞,人名,姓. */
  pos: string;
  /** Entry of the dictionary; -1 for a word that was guessed. */
  entry: number;
}

const NO_ENTRY = -1;
/** Sentences are analysed one by one; a text without ends of sentences is cut, so that memory stays small. */
const LONGEST_SENTENCE = 2000;
const SENTENCE_END = /[。\n！？!?]/;

/**
 * Cuts Japanese text into words: the way through all words that the dictionary knows (and guesses at those that it
 * does not) with the least sum of costs, of the words and of what stands beside what. The method is MeCab's, the costs
 * are the dictionary's. Time grows linearly with the text.
 *
 * @param text in NFKC or near it: the dictionary writes letters and digits in half width
 */
export function analyse(dictionary: Dictionary, text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at - from + 1 < LONGEST_SENTENCE && !SENTENCE_END.test(text[at] as string)) continue;
    addWords(dictionary, text, from, at + 1, tokens);
    from = at + 1;
  }
  if (from < text.length) addWords(dictionary, text, from, text.length, tokens);
  return tokens;
}

/** How a word is read, in katakana; undefined for a word that was guessed. */
export function readingOf(
  dictionary: Dictionary,
  text: string,
  { start, end, entry }: Token,
): string | undefined {
  if (entry === NO_ENTRY) return undefined;
  const { firstOfReading, readings } = dictionary;
  const codes = readings.subarray(firstOfReading[entry], firstOfReading[entry + 1]);
  if (codes.length > 0) return String.fromCharCode(...Array.from(codes, (code) => code + READING_BASE));
  return text.slice(start, end).replace(/[ぁ-ゖ]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
}

/** Words that may stand in a sentence. One at a time is analysed, so their room is used again and again. */
class Lattice {
  size = 0;
  start = new Int32Array(4096);
  entry = new Int32Array(4096);
  left = new Uint16Array(4096);
  right = new Uint16Array(4096);
  cost = new Int32Array(4096);
  /** The best word before. */
  before = new Int32Array(4096);
  /** The next of the words that end at the same place. */
  sibling = new Int32Array(4096);

  add(start: number, entry: number, left: number, right: number): number {
    if (this.size === this.start.length) this.#grow();
    const word = this.size;
    this.size += 1;
    this.start[word] = start;
    this.entry[word] = entry;
    this.left[word] = left;
    this.right[word] = right;
    return word;
  }

  #grow() {
    const twice = <T extends Int32Array | Uint16Array>(old: T): T => {
      const grown = new (old.constructor as new (length: number) => T)(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.start = twice(this.start);
    this.entry = twice(this.entry);
    this.left = twice(this.left);
    this.right = twice(this.right);
    this.cost = twice(this.cost);
    this.before = twice(this.before);
    this.sibling = twice(this.sibling);
  }
}

const lattice = new Lattice();
/** Last added of the words that end at a place; -1 for none. */
const endingAt = new Int32Array(LONGEST_SENTENCE + 1);
/** Where the run of characters of one category ends. */
const runEnd = new Int32Array(LONGEST_SENTENCE + 1);

function addWords(dictionary: Dictionary, text: string, from: number, to: number, tokens: Token[]): void {
  const length = to - from;
  const { categoryOf, categories } = dictionary;
  for (let at = length - 1; at >= 0; at -= 1) {
    const same =
      at + 1 < length &&
      categoryOf[text.charCodeAt(from + at)] === categoryOf[text.charCodeAt(from + at + 1)];
    runEnd[at] = same ? (runEnd[at + 1] as number) : at + 1;
  }
  endingAt.fill(-1, 0, length + 1);
  lattice.size = 0;
  // Class 0 stands for the begin and the end of a sentence.
  const begin = lattice.add(0, NO_ENTRY, 0, 0);
  lattice.cost[begin] = 0;
  lattice.before[begin] = -1;
  lattice.sibling[begin] = -1;
  endingAt[0] = begin;
  for (let at = 0; at < length; at += 1) {
    if (endingAt[at] === -1) continue;
    const known = addKnown(dictionary, text, from, at, length);
    const category = categories[categoryOf[text.charCodeAt(from + at)] as number];
    if (!category || (known && !category.always)) continue;
    const end = runEnd[at] as number;
    const guess = (until: number) => {
      for (const [id, cost] of category.guesses) connect(dictionary, at, until, NO_ENTRY, id, id, cost);
    };
    if (category.group) guess(end);
    const longest = Math.max(category.length, category.group ? 0 : 1);
    for (let until = at + 1; until <= Math.min(at + longest, end); until += 1) {
      if (!category.group || until !== end) guess(until);
    }
  }
  const last = connect(dictionary, length, length, NO_ENTRY, 0, 0, 0);
  const first = tokens.length;
  let end = to;
  for (let word = lattice.before[last] as number; word !== begin; word = lattice.before[word] as number) {
    const start = from + (lattice.start[word] as number);
    const pos = dictionary.classes[lattice.left[word] as number] as string;
    tokens.push({ start, end, pos, entry: lattice.entry[word] as number });
    end = start;
  }
  reverseFrom(tokens, first);
}

/** @returns whether a word of the dictionary begins here */
function addKnown(dictionary: Dictionary, text: string, from: number, at: number, length: number): boolean {
  const { labels, firstChild, firstEntry, left, right, cost, start } = dictionary;
  let known = false;
  let node = start[text.charCodeAt(from + at)] as number;
  for (let until = at + 1; node > 0; until += 1) {
    const last = firstEntry[node + 1] as number;
    for (let entry = firstEntry[node] as number; entry < last; entry += 1) {
      known = true;
      connect(
        dictionary,
        at,
        until,
        entry,
        left[entry] as number,
        right[entry] as number,
        cost[entry] as number,
      );
    }
    if (until === length) break;
    node = childOf(
      labels,
      firstChild[node] as number,
      firstChild[node + 1] as number,
      text.charCodeAt(from + until),
    );
  }
  return known;
}

function childOf(labels: Uint16Array, from: number, to: number, unit: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const label = labels[middle] as number;
    if (label === unit) return middle;
    if (label < unit) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** Adds a word after the best of those that end where it starts. */
function connect(
  { matrix, classes }: Dictionary,
  at: number,
  until: number,
  entry: number,
  left: number,
  right: number,
  cost: number,
): number {
  const row = left * classes.length;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let word = endingAt[at] as number; word !== -1; word = lattice.sibling[word] as number) {
    const total = (lattice.cost[word] as number) + (matrix[row + (lattice.right[word] as number)] as number);
    if (total < least) {
      least = total;
      best = word;
    }
  }
  const word = lattice.add(at, entry, left, right);
  lattice.cost[word] = least + cost;
  lattice.before[word] = best;
  lattice.sibling[word] = endingAt[until] as number;
  endingAt[until] = word;
  return word;
}

function reverseFrom(tokens: Token[], first: number): void {
  for (let low = first, high = tokens.length - 1; low < high; low += 1, high -= 1) {
    const token = tokens[low] as Token;
    tokens[low] = tokens[high] as Token;
    tokens[high] = token;
  }
}

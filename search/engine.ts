import { FIELD_NAMES, type Names } from './analysis/expand.ts';
import { foldWithOffsets } from './analysis/fold.ts';
import { type ParsedQuery, parseQuery, type Term, withMoreWays } from './analysis/query.ts';
import { APART_MARK, bigrams, comparable, IN_TITLE, kanji } from './analysis/tokens.ts';
import { type Expression, tokensIn } from './expression.ts';
import type { Look } from './look.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  MOST_FOUND,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
} from './port.ts';
import { type Collection, type Countable, counter, lengthOf, rarity, saturated, type Texts } from './rank.ts';
import { nearWords } from './suggest.ts';
import { namesRead, sameSound, type Vocabulary } from './vocabulary.ts';

/** What may be asked of the documents beside their words. */
export type Filters = Pick<
  SearchQuery,
  'kinds' | 'programmes' | 'areas' | 'from' | 'until' | 'solved' | 'audience'
>;

export interface Candidate extends Texts {
  id: string;
  kind: DocumentKind;
  group: string;
  at: string;
}

/** What an adapter answers from its tables. */
export interface Store {
  collection(): Promise<Collection>;
  /** How many documents hold each token, about; tokens that none holds may be left out. */
  holding(tokens: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * @param unwanted what no document may fulfil
   * @param tokens   what the look will ask for, most probably: a store may read it in one go
   */
  look(filters: Filters, unwanted: Expression | undefined, tokens: () => readonly string[]): Look;
}

/** With so many documents that hold every word, no others are looked at. */
const ENOUGH = 40;
/**
 * Documents that hold some of the words only and are looked at. Of a sentence none holds all; but in a large collection
 * its rarest words are rare enough to say what it is about, and so they are where only what is near is looked for.
 */
const LOOSE = { words: 300, sentence: 1_000, sentenceInBrief: 400 };
/**
 * What a document must hold of the query's weight, where the best one holds 1. A sentence may be answered in other
 * words; with the larger figure the encyclopedia benchmark loses answers.
 */
const LEAST_COVERAGE = { words: 0.3, sentence: 0.15 };

/**
 * A document that holds less than this of what the best one holds is weak: of two words it has one, of a long one a
 * part. Weak ones are worth a look where there is little else, so they stand only among the first ten.
 */
const WEAK = 0.75;
const FIRST = 10;

/** Finds and ranks documents: candidates come from the store, their order is made here. */
export class Engine {
  readonly #store: Store;
  readonly #names: () => Promise<Names>;
  readonly #vocabulary: Vocabulary | undefined;
  readonly #statistics: Statistics;

  /**
   * @param vocabulary the collection's words by their reading; without it only words as they are typed are found
   * @param names      words and their other names
   */
  constructor(store: Store, vocabulary?: Vocabulary, names = async () => FIELD_NAMES) {
    this.#store = store;
    this.#vocabulary = vocabulary;
    this.#names = names;
    this.#statistics = new Statistics(store);
  }

  async query(query: SearchQuery): Promise<SearchAnswer> {
    const names = await this.#names();
    const parsed = await this.#widened(parseQuery(query.words, names), names);
    const statistics = await this.#statistics.for(tokensOf(parsed));
    const { kinds, ...rest } = query;
    const all = await this.#found(parsed, statistics, query.withoutCounts ? query : rest);
    const counts = countKinds(groupBest(all));
    let found = all;
    if (kinds) {
      const complete = all.length < MOST_FOUND || query.withoutCounts;
      found = complete
        ? all.filter(({ kind }) => kinds.includes(kind))
        : await this.#found(parsed, statistics, query);
    }
    const groups = groupBest(found);
    if (query.order === 'newest') groups.sort((a, b) => compare(b.at, a.at) || compare(a.id, b.id));
    const from = query.offset ?? 0;
    const hits = groups.slice(from, from + query.limit).map(({ id, kind, group, score }) => ({
      id,
      kind,
      group,
      score,
    }));
    const suggestion = await this.#suggestion(query.words, parsed, statistics, all);
    const takenFor = [...new Set(parsed.units.flatMap(({ ways }) => ways.slice(1)))];
    return { hits, total: groups.length, counts, suggestion, takenFor };
  }

  /** The words typed, with those that no document holds as what they were nearly. */
  async #suggestion(
    typed: string,
    { asked, units, isSentence }: ParsedQuery,
    statistics: WordStatistics,
    found: readonly Texts[],
  ): Promise<string | null> {
    if (isSentence || !this.#vocabulary) return null;
    let words = typed;
    for (const word of comparable(asked).split(' ')) {
      const [, ...others] = units.find(({ ways }) => ways[0] === word)?.ways ?? [];
      if (statistics.holding(word) > 0) continue;
      const sounding = others.filter((way) => statistics.holding(way) > 0);
      // Another name or the word in kanji is found as it is; a wrong kanji is one to correct.
      if (sounding.length > 0 && !isMisconverted(word, sounding[0]!)) continue;
      const near = sounding.length > 0 ? sounding : nearWords(word, found.slice(0, LOOKED_THROUGH));
      const written = await this.#vocabulary.writtenAs(near);
      // The index keeps no katakana: what holds kana is only proposed where a text's own spelling is known.
      const meant = near.map((one) => (/[ぁ-ゖ]/.test(one) ? written.get(one) : one)).find((one) => one);
      if (meant) words = replaced(words, word, meant);
    }
    return words === typed ? null : words;
  }

  /** Adds spellings that sound like the words typed. */
  async #widened(parsed: ParsedQuery, names: Names): Promise<ParsedQuery> {
    const vocabulary = this.#vocabulary;
    if (!vocabulary || parsed.isSentence) return parsed;
    const more: string[][] = [];
    for (const { ways } of parsed.units) {
      const named = ways.length > 1 ? [] : namesRead(vocabulary, names, ways[0]!);
      more.push(
        ways.length > 1 || named.length > 0
          ? [...named]
          : await sameSound(vocabulary, ways[0]!, async (words) => {
              const statistics = await this.#statistics.for(words.flatMap(lookedUp));
              return new Map(words.map((word) => [word, statistics.holding(word)]));
            }),
      );
    }
    return withMoreWays(parsed, more);
  }

  async #found(
    parsed: ParsedQuery,
    statistics: WordStatistics,
    filters: Filters & Pick<SearchQuery, 'withoutCounts'>,
  ): Promise<Scored[]> {
    const { phrases, excluded } = parsed;
    const required = phrases.map((phrase) => holds(phrase, ''));
    const unwanted = excluded.length > 0 ? { any: excluded.map((word) => holds(word, '')) } : undefined;
    const { documents } = statistics.collection;
    const brief = documents > LARGE || filters.withoutCounts;
    const ofSentence = brief ? LOOSE.sentenceInBrief : LOOSE.sentence;
    const loose = parsed.isSentence ? ofSentence : LOOSE.words;

    const all = (wanted: Expression): Expression => ({ all: [wanted, ...required] });
    const every = all(holdsAll(parsed, ''));
    const everyInTitle = all(holdsAll(parsed, IN_TITLE));
    const some = all({ any: statistics.rarest(loose) });
    const look = this.#store.look(filters, unwanted, () =>
      (parsed.isSentence ? [some] : [every, everyInTitle, some]).flatMap(tokensIn),
    );
    let taken = 0;
    if (!parsed.isSentence) {
      taken = await look.take(every, MOST_FOUND);
      // Of very many, the newest stand for all but those whose title says it.
      if (taken === MOST_FOUND) taken = await look.take(everyInTitle, ENOUGH);
    }
    if (taken < ENOUGH) await look.take(some, loose);
    const kept = (await look.taken()).filter((texts) => fulfils(texts, phrases, excluded));
    return withoutPadding(strongEnough(kept, parsed, statistics)).slice(0, MOST_FOUND);
  }
}

/** Results in whose texts a suggestion is looked for. */
const LOOKED_THROUGH = 10;

function isMisconverted(word: string, other: string): boolean {
  return word.length === other.length && kanji(word).length === kanji(other).length && kanji(word).length > 0;
}

/** The typed words with one of them, given folded, as something else. */
function replaced(typed: string, folded: string, by: string): string {
  const { text, starts, ends } = foldWithOffsets(typed);
  const at = text.indexOf(folded);
  if (at === -1) return typed;
  return typed.slice(0, starts[at]) + by + typed.slice(ends[at + folded.length - 1]);
}

interface Scored extends Candidate {
  score: number;
  isWeak: boolean;
}

/** @param found best first */
function withoutPadding(found: readonly Scored[]): Scored[] {
  const groups = new Set<string>();
  return found.filter(({ group, isWeak }) => {
    const stays = !isWeak || groups.has(group) || groups.size < FIRST;
    if (stays) groups.add(group);
    return stays;
  });
}

/** Scores candidates and leaves out those that hold too little of the query. */
function strongEnough(
  candidates: readonly Candidate[],
  parsed: ParsedQuery,
  statistics: WordStatistics,
): Scored[] {
  const { collection } = statistics;
  const sheet = new Sheet();
  const terms = statistics.weighed(parsed.terms).map((term) => ({
    place: sheet.placeOf(term),
    worth: term.weight * term.rarity,
  }));
  const coverage = coverageOf(parsed, statistics, sheet);
  const scored = candidates.map((candidate) => {
    const counts = sheet.count(candidate);
    const length = lengthOf(candidate);
    let score = 0;
    for (const { place, worth } of terms) score += worth * saturated(counts[place]!, length, collection);
    return { ...candidate, score, coverage: coverage(counts) };
  });
  const least = parsed.isSentence ? LEAST_COVERAGE.sentence : LEAST_COVERAGE.words;
  const best = Math.max(...scored.map((one) => one.coverage));
  return scored
    .filter((one) => one.coverage >= least * best)
    .map(({ coverage, ...one }) => ({ ...one, isWeak: coverage < WEAK * best }))
    .sort((a, b) => b.score - a.score || compare(a.id, b.id));
}

/** Tokens that are counted in each text, each once. */
class Sheet {
  readonly #places = new Map<string, number>();
  readonly #counters: Array<ReturnType<typeof counter>> = [];

  placeOf(countable: Countable): number {
    const key = `${countable.token}${countable.apart ? APART_MARK : ''}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#counters.length);
    return this.#counters.push(counter(countable)) - 1;
  }

  count({ title, body }: Texts): number[] {
    const joined = `${title} ${body}`;
    return this.#counters.map((count) => count(joined, title.length));
  }
}

/** How much of the query's weight a text holds, from 0 to 1; a word counts in the way in which it stands most. */
function coverageOf(
  { units }: ParsedQuery,
  statistics: WordStatistics,
  sheet: Sheet,
): (counts: readonly number[]) => number {
  const weighed = units.map(({ ways }) => {
    // Of a name that no document holds, single characters say nothing when another name is there.
    const held = ways.filter((way) => statistics.holding(way) > 0);
    const known = (held.length > 0 ? held : ways)
      .map((way) => {
        const tokens = [...bigrams(way), ...kanji(way)]
          .map((token) => ({ token, worth: statistics.worth(token) }))
          .filter(({ worth }) => worth > 0)
          .map(({ token, worth }) => ({ place: sheet.placeOf({ token, apart: false }), worth }));
        return { tokens, worth: tokens.reduce((sum, { worth }) => sum + worth, 0) };
      })
      .filter(({ worth }) => worth > 0);
    return { ways: known, worth: Math.max(0, ...known.map(({ worth }) => worth)) };
  });
  const total = weighed.reduce((sum, { worth }) => sum + worth, 0);
  return (counts) => {
    let covered = 0;
    for (const { ways, worth } of weighed) {
      let best = 0;
      for (const way of ways) {
        let held = 0;
        for (const token of way.tokens) if (counts[token.place]! > 0) held += token.worth;
        best = Math.max(best, held / way.worth);
      }
      covered += best * worth;
    }
    return total === 0 ? 1 : covered / total;
  };
}

function fulfils({ title, body }: Texts, phrases: readonly string[], excluded: readonly string[]): boolean {
  const stands = (words: string) => title.includes(words) || body.includes(words);
  return phrases.every(stands) && !excluded.some(stands);
}

/** The expression for a document that holds a word with all its characters. */
function holds(word: string, mark: string): Expression {
  return { all: lookedUp(word).map((token) => mark + token) };
}

function holdsAll({ units }: ParsedQuery, mark: string): Expression {
  return { all: units.map(({ ways }) => ({ any: ways.map((way) => holds(way, mark)) })) };
}

/** The tokens by which a word is looked up in the index. */
function lookedUp(word: string): string[] {
  const pairs = bigrams(word);
  return pairs.length > 0 ? [...new Set(pairs)] : kanji(word);
}

function tokensOf({ terms, units }: ParsedQuery): string[] {
  const tokens = new Set<string>();
  for (const { token, apart } of terms) {
    if (apart) tokens.add(APART_MARK + token);
    for (const one of lookedUp(token)) tokens.add(one);
  }
  for (const { ways } of units) {
    for (const way of ways) for (const token of [...bigrams(way), ...kanji(way)]) tokens.add(token);
  }
  return [...tokens];
}

function groupBest(found: readonly Scored[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const one of found) if (!best.has(one.group)) best.set(one.group, one);
  return [...best.values()];
}

function countKinds(groups: readonly SearchHit[]): Record<DocumentKind, number> {
  const counts = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, 0])) as Record<DocumentKind, number>;
  for (const { kind } of groups) counts[kind] += 1;
  return counts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Statistics of a collection as large as this are not read anew with each query. */
const LARGE = 10_000;
/** Milliseconds for which they are kept. */
const KEPT = 30_000;

/** How rare words are, remembered for a while where the collection is large. */
class Statistics {
  readonly #store: Store;
  #collection: Collection = { documents: 0, meanLength: 1 };
  #holding = new Map<string, number>();
  #readAt = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async for(tokens: readonly string[]): Promise<WordStatistics> {
    const now = Date.now();
    if (this.#collection.documents < LARGE || now - this.#readAt > KEPT) {
      // First, so that of many who ask one reads and the others go on with what is known.
      this.#readAt = now;
      this.#collection = await this.#store.collection();
      this.#holding = new Map();
    }
    const holding = this.#holding;
    const unknown = tokens.filter((token) => !holding.has(token));
    if (unknown.length > 0) {
      const read = await this.#store.holding(unknown);
      for (const token of unknown) holding.set(token, read.get(token) ?? 0);
    }
    return new WordStatistics(this.#collection, holding, tokens);
  }
}

class WordStatistics {
  readonly collection: Collection;
  readonly #holding: ReadonlyMap<string, number>;
  readonly #tokens: readonly string[];

  constructor(collection: Collection, holding: ReadonlyMap<string, number>, tokens: readonly string[]) {
    this.collection = collection;
    this.#holding = holding;
    this.#tokens = tokens;
  }

  /** How many documents hold a word, at most. */
  holding(word: string): number {
    const each = lookedUp(word).map((one) => this.#holding.get(one) ?? 0);
    return each.length > 0 ? Math.min(...each) : 0;
  }

  #heldBy({ token, apart }: Countable): number {
    const together = this.holding(token);
    return apart ? together + (this.#holding.get(APART_MARK + token) ?? 0) : together;
  }

  /** What a token says when it is there: nothing when it is nowhere. */
  worth(token: string): number {
    const holding = this.#holding.get(token) ?? 0;
    return holding === 0 ? 0 : rarity(holding, this.collection.documents);
  }

  weighed(terms: readonly Term[]) {
    return terms.flatMap((term) => {
      const holding = this.#heldBy(term);
      return holding === 0 ? [] : [{ ...term, rarity: rarity(holding, this.collection.documents) }];
    });
  }

  /** The rarest of the query's tokens, as many as about so many documents hold. */
  rarest(documents: number): string[] {
    let holding = 0;
    const known = this.#tokens
      .map((token) => ({ token, holding: this.#holding.get(token) ?? 0 }))
      .filter((one) => one.holding > 0)
      .sort((a, b) => a.holding - b.holding);
    return known
      .filter((one) => {
        const needed = holding < documents;
        holding += one.holding;
        return needed;
      })
      .map(({ token }) => token);
  }
}

import { isBuiltLikeGivenName, isGivenName, isSurname } from '../lexicon.ts';
import { EDGE, hashOf, LOOK_OF_NOTHING, type Look, Looks, type Script } from './looks.ts';

/** A word of the text and its part of speech, as a morphological analyser tells them. */
export interface Word {
  start: number;
  end: number;
  /** 名詞,固有名詞,人名,姓 in the terms of the IPA dictionary. */
  pos: string;
  /** Whether the analyser's dictionary has the word. */
  known: boolean;
}

// Words that sentences about persons have.
const ABOUT_PERSONS =
  /選手|監督|俳優|女優|歌手|作家|政治家|生まれ|出身|結婚|死去|出演|主演|教授|師事|父|母|妻|夫|息子|娘|弟|兄|彼|氏|大統領|首相|議員|演じ|就任|引退|デビュー|所属|会談|暗殺|即位/;
const POLITE = /です|ます|ました|ません|ください/;
/** Words that the windows reach beyond a word. */
export const REACH = 2;

/** Takes one more number into a hash. */
const add = (hash: number, value: number): number => {
  const joined = Math.imul(hash ^ value, 0x85ebca6b);
  return joined ^ (joined >>> 13);
};

/** What is stated of one word. Written for speed: it takes most of the time that tagging takes. */
export class Statements {
  readonly numbers = new Uint32Array(64);
  count = 0;

  /** The first number says what is stated, the others say it. */
  state(kind: number, a = 0, b = 0, c = 0): void {
    this.#push(add(add(add(add(0x9e3779b9, kind), a), b), c));
  }

  stateFive(kind: number, a: number, b: number, c: number, d: number, e: number): void {
    this.#push(add(add(add(add(add(add(0x9e3779b9, kind), a), b), c), d), e));
  }

  #push(hash: number): void {
    const mixed = Math.imul(hash, 0xc2b2ae35);
    this.numbers[this.count] = (mixed ^ (mixed >>> 16)) >>> 0;
    this.count += 1;
  }

  /** All that was stated since the last call. */
  take(): Uint32Array {
    const taken = this.numbers.slice(0, this.count);
    this.count = 0;
    return taken;
  }
}

/** The words of a text, as each of them and those around it are spoken of. */
export class Passage {
  readonly #words: readonly Word[];
  readonly #surfaces: string[];
  readonly #looks: Look[];
  readonly #pos: number[];
  readonly #style: number;
  readonly #persons: number;
  readonly #runs: ReturnType<typeof runsOf>;

  constructor(text: string, words: readonly Word[], looks: Looks) {
    this.#words = words;
    this.#surfaces = words.map(({ start, end }) => text.slice(start, end));
    this.#looks = this.#surfaces.map((surface) => looks.of(surface));
    this.#pos = words.map(({ pos }) => looks.posOf(pos));
    this.#style = POLITE.test(text) ? 1 : 0;
    this.#persons = ABOUT_PERSONS.test(text) ? 1 : 0;
    this.#runs = runsOf(this.#looks);
  }

  get size(): number {
    return this.#words.length;
  }

  look(at: number): Look {
    return this.#looks[at] ?? LOOK_OF_NOTHING;
  }

  /** Number of a word's part of speech. */
  pos(at: number): number {
    return this.#pos[at] ?? EDGE;
  }

  /** Whether nothing is stated of a word, because it is part of no name; U+2029 stands between title and body. */
  isNoName(at: number): boolean {
    return this.#surfaces[at] === '\u2029' || isNoName(this.#words[at] as Word, this.look(at).script);
  }

  /** What is stated of a word besides what it and its neighbours are one by one. */
  state(said: Statements, at: number): void {
    const own = this.look(at);
    const before = this.look(at - 1);
    const after = this.look(at + 1);
    const textOf = (place: number) => this.#surfaces[place] ?? '$';
    const surface = textOf(at);
    const { known } = this.#words[at] as Word;
    const ownPos = this.pos(at);
    const posBefore = this.pos(at - 1);
    const posAfter = this.pos(at + 1);
    const style = this.#style;
    said.state(5, posBefore, ownPos);
    said.state(6, ownPos, posAfter);
    said.state(7, posBefore, ownPos, posAfter);
    said.state(8, before.word, ownPos);
    said.state(9, ownPos, after.word);
    said.state(10, own.shape, after.word);
    said.state(11, before.word, own.shape);
    said.state(12, own.shape, after.shape);
    said.state(13, before.shape, own.shape);
    said.state(14, before.scriptNumber, own.scriptNumber, after.scriptNumber);
    said.stateFive(
      15,
      this.look(at - 2).scriptNumber,
      before.scriptNumber,
      own.scriptNumber,
      after.scriptNumber,
      this.look(at + 2).scriptNumber,
    );
    said.state(16, own.lists, own.shape, ownPos);
    said.state(17, own.lists, after.lists, after.shape);
    said.state(18, before.lists, own.lists, before.shape);
    said.state(19, known ? 1 : 0, own.scriptNumber);
    said.state(20, surface.charCodeAt(surface.length - 1));
    said.state(21, surface.charCodeAt(0));
    said.state(22, style, ownPos);
    said.state(23, style, own.lists, own.shape);
    said.state(24, style);
    said.state(25, this.#persons, ownPos, own.scriptNumber);
    said.state(26, this.#persons, own.lists);
    if (own.script === 'katakana') {
      said.state(27, hashOf(surface.slice(-2)));
      said.state(28, hashOf(surface.slice(0, 2)));
      said.state(29, hashOf(surface.slice(-3)));
      said.state(30, known ? 1 : 0, after.word, Math.min(6, surface.length));
    }
    if (own.script === 'kanji') {
      const next = textOf(at + 1);
      said.state(31, next.charCodeAt(next.length - 1));
      said.state(32, surface.charCodeAt(surface.length - 1), ownPos);
      const likeGiven = isBuiltLikeGivenName(surface + next) ? 1 : 0;
      if (after.script === 'kanji') {
        said.state(33, likeGiven);
        said.state(34, isSurname(surface) ? 1 : 0, isGivenName(next + textOf(at + 2)) ? 1 : 0);
      }
      if (before.script === 'kanji') {
        said.state(35, isSurname(textOf(at - 2) + textOf(at - 1)) ? 1 : 0, isGivenName(surface) ? 1 : 0);
        said.state(36, isSurname(textOf(at - 1)) ? 1 : 0, likeGiven);
      }
    }
    const from = this.#runs.first[at] as number;
    const to = this.#runs.last[at] as number;
    said.state(37, own.scriptNumber, Math.min(4, at - from), Math.min(5, to - from + 1));
    said.state(38, this.look(to + 1).word, own.scriptNumber);
    said.state(39, this.look(from - 1).word, own.scriptNumber);
    said.state(40, this.pos(to + 1), ownPos);
    said.state(41, this.look(to + 1).word, this.look(to + 2).word, own.scriptNumber);
  }
}

/** What is stated of a word by the part of speech of one that stands so many words before (-) or behind it. */
export function statePosAround(said: Statements, reach: number, pos: number): void {
  said.state(1, reach, pos);
}

/** What is stated of a word by what one is by itself that stands so many words before (-) or behind it. */
export function stateLookAround(said: Statements, reach: number, look: Look): void {
  said.state(2, reach, look.word);
  said.state(3, reach, look.shape);
  said.state(4, reach, look.lists);
}

/**
 * What can be said of each word of a text and of those around it, as 32-bit numbers: its sounds and signs, its part of
 * speech, its place among words of the same script, and which lists have it. What the rules have found is not told:
 * they were written with the lessons at hand and are right there far more often than elsewhere, so a tagger that knows
 * them learns to believe them.
 *
 * @returns for each word the numbers of the statements that hold; none for a word that is part of no name
 */
export function featuresOf(text: string, words: readonly Word[]): Uint32Array[] {
  const passage = new Passage(text, words, new Looks());
  const said = new Statements();
  return words.map((_, at) => {
    if (passage.isNoName(at)) return NO_STATEMENTS;
    for (let reach = -REACH; reach <= REACH; reach += 1) {
      statePosAround(said, reach, passage.pos(at + reach));
      stateLookAround(said, reach, passage.look(at + reach));
    }
    passage.state(said, at);
    return said.take();
  });
}

const NO_STATEMENTS = new Uint32Array(0);

/** Particles, endings, verbs, digits and signs are most words and no part of a name, but for the dots and spaces in one. */
function isNoName({ pos, known }: Word, script: Script): boolean {
  if (pos.startsWith('助') || script === 'digits') return true;
  if (pos.startsWith('記号')) return /^記号,(?:句点|読点|括弧)/.test(pos);
  return (
    known &&
    (script === 'hiragana' || script === 'sign') &&
    /^(?:動詞|形容詞|副詞|接続詞|連体詞|名詞,非自立)/.test(pos)
  );
}

/** First and last word of the run of words in one script that each word belongs to. */
function runsOf(looks: readonly Look[]): { first: number[]; last: number[] } {
  const same = (at: number) => looks[at]?.script === looks[at + 1]?.script;
  const first = looks.map(() => 0);
  for (let at = 1; at < looks.length; at += 1) first[at] = same(at - 1) ? (first[at - 1] as number) : at;
  const last = looks.map(() => looks.length - 1);
  for (let at = looks.length - 2; at >= 0; at -= 1) last[at] = same(at) ? (last[at + 1] as number) : at;
  return { first, last };
}

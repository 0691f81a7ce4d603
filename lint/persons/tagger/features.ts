import { GAZETTEER } from '../../places/gazetteer.ts';
import { isForeignName } from '../foreign-names.ts';
import {
  isBuiltLikeGivenName,
  isGivenName,
  isSurname,
  readsAsGivenName,
  readsAsSurname,
} from '../lexicon.ts';
import { isRole } from '../roles.ts';

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
const EDGE = hashOf('$');
/** Words that the windows reach beyond a word. */
const REACH = 2;

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Takes one more number into a hash. */
const add = (hash: number, value: number): number => {
  const joined = Math.imul(hash ^ value, 0x85ebca6b);
  return joined ^ (joined >>> 13);
};

/** What is stated of one word. Written for speed: it takes most of the time that tagging takes. */
class Statements {
  #numbers = new Uint32Array(64);
  #count = 0;

  /** The first number says what is stated, the others say it. */
  state(kind: number, a = 0, b = 0, c = 0): void {
    this.#push(add(add(add(add(0x9e3779b9, kind), a), b), c));
  }

  stateFive(kind: number, a: number, b: number, c: number, d: number, e: number): void {
    this.#push(add(add(add(add(add(add(0x9e3779b9, kind), a), b), c), d), e));
  }

  #push(hash: number): void {
    const mixed = Math.imul(hash, 0xc2b2ae35);
    this.#numbers[this.#count] = (mixed ^ (mixed >>> 16)) >>> 0;
    this.#count += 1;
  }

  /** All that was stated since the last call. */
  take(): Uint32Array {
    const taken = this.#numbers.slice(0, this.#count);
    this.#count = 0;
    return taken;
  }
}

/** What a word is by itself; words recur. */
interface Look {
  word: number;
  script: Script;
  scriptNumber: number;
  shape: number;
  lists: number;
}

const LOOK_OF_NOTHING: Look = { word: EDGE, script: 'sign', scriptNumber: EDGE, shape: EDGE, lists: EDGE };

/**
 * What can be said of each word of a text and of those around it, as 32-bit numbers: its sounds and signs, its part of
 * speech, its place among words of the same script, and which lists have it. What the rules have found is not told:
 * they were written with the lessons at hand and are right there far more often than elsewhere, so a tagger that knows
 * them learns to believe them.
 *
 * @param asked which words are asked of
 * @returns for each word the numbers of the statements that hold; none for a word that is part of no name
 */
export function featuresOf(
  text: string,
  words: readonly Word[],
  asked: (at: number) => boolean = () => true,
): Uint32Array[] {
  const surfaces = words.map(({ start, end }) => text.slice(start, end));
  const known = new Map<string, Look>();
  const looks = surfaces.map((surface) => {
    let look = known.get(surface);
    if (!look) {
      look = lookOf(surface);
      known.set(surface, look);
    }
    return look;
  });
  const pos = words.map((one) => hashOf(one.pos));
  const style = POLITE.test(text) ? 1 : 0;
  const persons = ABOUT_PERSONS.test(text) ? 1 : 0;
  const look = (at: number) => looks[at] ?? LOOK_OF_NOTHING;
  const posOf = (at: number) => pos[at] ?? EDGE;
  const textOf = (at: number) => surfaces[at] ?? '$';
  const { first, last } = runsOf(looks);
  const said = new Statements();

  return words.map((one, at) => {
    const own = look(at);
    if (!asked(at) || isNoName(one, own.script)) return NO_STATEMENTS;
    const before = look(at - 1);
    const after = look(at + 1);
    const surface = textOf(at);
    const ownPos = posOf(at);
    for (let reach = -REACH; reach <= REACH; reach += 1) {
      const beside = look(at + reach);
      said.state(1, reach, posOf(at + reach));
      said.state(2, reach, beside.word);
      said.state(3, reach, beside.shape);
      said.state(4, reach, beside.lists);
    }
    said.state(5, posOf(at - 1), ownPos);
    said.state(6, ownPos, posOf(at + 1));
    said.state(7, posOf(at - 1), ownPos, posOf(at + 1));
    said.state(8, before.word, ownPos);
    said.state(9, ownPos, after.word);
    said.state(10, own.shape, after.word);
    said.state(11, before.word, own.shape);
    said.state(12, own.shape, after.shape);
    said.state(13, before.shape, own.shape);
    said.state(14, before.scriptNumber, own.scriptNumber, after.scriptNumber);
    said.stateFive(
      15,
      look(at - 2).scriptNumber,
      before.scriptNumber,
      own.scriptNumber,
      after.scriptNumber,
      look(at + 2).scriptNumber,
    );
    said.state(16, own.lists, own.shape, ownPos);
    said.state(17, own.lists, after.lists, after.shape);
    said.state(18, before.lists, own.lists, before.shape);
    said.state(19, one.known ? 1 : 0, own.scriptNumber);
    said.state(20, surface.charCodeAt(surface.length - 1));
    said.state(21, surface.charCodeAt(0));
    said.state(22, style, ownPos);
    said.state(23, style, own.lists, own.shape);
    said.state(24, style);
    said.state(25, persons, ownPos, own.scriptNumber);
    said.state(26, persons, own.lists);
    if (own.script === 'katakana') {
      said.state(27, hashOf(surface.slice(-2)));
      said.state(28, hashOf(surface.slice(0, 2)));
      said.state(29, hashOf(surface.slice(-3)));
      said.state(30, one.known ? 1 : 0, after.word, Math.min(6, surface.length));
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
    const from = first[at] as number;
    const to = last[at] as number;
    said.state(37, own.scriptNumber, Math.min(4, at - from), Math.min(5, to - from + 1));
    said.state(38, look(to + 1).word, own.scriptNumber);
    said.state(39, look(from - 1).word, own.scriptNumber);
    said.state(40, posOf(to + 1), ownPos);
    said.state(41, look(to + 1).word, look(to + 2).word, own.scriptNumber);
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

function lookOf(surface: string): Look {
  const script = scriptOf(surface);
  return {
    word: hashOf(surface),
    script,
    scriptNumber: hashOf(script),
    shape: hashOf(`${script}${Math.min(5, surface.length)}`),
    lists: hashOf(listsOf(surface)),
  };
}

type Script = 'kanji' | 'katakana' | 'hiragana' | 'Name' | 'NAME' | 'latin' | 'digits' | 'break' | 'sign';

function scriptOf(word: string): Script {
  if (/^[\u3400-\u9fff々]+$/.test(word)) return 'kanji';
  if (/^[ァ-ヺー]+$/.test(word)) return 'katakana';
  if (/^[ぁ-ゖー]+$/.test(word)) return 'hiragana';
  if (/^[A-Z][a-z]+$/.test(word)) return 'Name';
  if (/^[A-Z]+$/.test(word)) return 'NAME';
  if (/^[A-Za-z]+$/.test(word)) return 'latin';
  if (/^[0-9]+$/.test(word)) return 'digits';
  return word.includes('\n') ? 'break' : 'sign';
}

/** Which lists of names, places and roles have a word. */
function listsOf(word: string): string {
  const kana = /^[ぁ-ゖァ-ヺー]+$/.test(word);
  return [
    isSurname(word) && 's',
    isGivenName(word) && 'g',
    kana && readsAsGivenName(word) && 'r',
    kana && readsAsSurname(word) && 'u',
    kana && isForeignName(word) && 'f',
    GAZETTEER.has(word) && 'p',
    word.length > 1 && isRole(word) && 'o',
  ]
    .filter(Boolean)
    .join('');
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

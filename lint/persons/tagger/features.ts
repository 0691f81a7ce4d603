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

/** What the rules have found already: the tagger's strongest hints. */
export interface Marked {
  start: number;
  end: number;
  /** What was found, and how surely: person3, place, institution. */
  mark: string;
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

/** Joins hashes, in order, to one of 32 bits. */
function mix(...hashes: number[]): number {
  let joined = 0x9e3779b9;
  for (const hash of hashes) {
    joined = Math.imul(joined ^ hash, 0x85ebca6b);
    joined ^= joined >>> 13;
  }
  joined = Math.imul(joined, 0xc2b2ae35);
  return (joined ^ (joined >>> 16)) >>> 0;
}

/**
 * What can be said of each word of a text and of those around it, as 32-bit numbers: its sounds and signs, its part of
 * speech, its place among words of the same script, which lists have it, and what the rules say.
 *
 * @returns for each word the numbers of the statements that hold
 */
export function featuresOf(text: string, words: readonly Word[], marks: readonly Marked[]): Uint32Array[] {
  const surfaces = words.map(({ start, end }) => text.slice(start, end));
  const scripts = surfaces.map(scriptOf);
  const word = surfaces.map(hashOf);
  const pos = words.map((one) => hashOf(one.pos));
  const shape = surfaces.map((surface, at) => hashOf(`${scripts[at]}${Math.min(5, surface.length)}`));
  const script = scripts.map(hashOf);
  const lists = surfaces.map((surface) => hashOf(listsOf(surface)));
  const marked = markOf(words, marks);
  const style = POLITE.test(text) ? 1 : 0;
  const persons = ABOUT_PERSONS.test(text) ? 1 : 0;
  const of = (values: readonly number[], at: number) => values[at] ?? EDGE;
  const textOf = (at: number) => surfaces[at] ?? '$';
  const { first, last } = runsOf(scripts);

  return words.map(({ known }, at) => {
    const found: number[] = [];
    // The first number says what is stated, the others say it.
    const state = (kind: number, ...values: number[]) => {
      found.push(mix(kind, ...values));
    };
    const surface = surfaces[at] as string;
    const own = { pos: of(pos, at), shape: of(shape, at), script: of(script, at), lists: of(lists, at) };
    for (let reach = -REACH; reach <= REACH; reach += 1) {
      state(1, reach, of(pos, at + reach));
      state(2, reach, of(word, at + reach));
      state(3, reach, of(shape, at + reach));
      state(4, reach, of(lists, at + reach));
    }
    state(5, of(pos, at - 1), own.pos);
    state(6, own.pos, of(pos, at + 1));
    state(7, of(pos, at - 1), own.pos, of(pos, at + 1));
    state(8, of(word, at - 1), own.pos);
    state(9, own.pos, of(word, at + 1));
    state(10, own.shape, of(word, at + 1));
    state(11, of(word, at - 1), own.shape);
    state(12, own.shape, of(shape, at + 1));
    state(13, of(shape, at - 1), own.shape);
    state(14, of(script, at - 1), own.script, of(script, at + 1));
    state(15, of(script, at - 2), of(script, at - 1), own.script, of(script, at + 1), of(script, at + 2));
    state(16, own.lists, own.shape, own.pos);
    state(17, own.lists, of(lists, at + 1), of(shape, at + 1));
    state(18, of(lists, at - 1), own.lists, of(shape, at - 1));
    state(19, known ? 1 : 0, own.script);
    state(20, hashOf(surface.slice(-1)));
    state(21, hashOf(surface.slice(0, 1)));
    state(22, style, own.pos);
    state(23, style, own.lists, own.shape);
    state(24, style);
    state(25, persons, own.pos, own.script);
    state(26, persons, own.lists);
    if (scripts[at] === 'katakana') {
      state(27, hashOf(surface.slice(-2)));
      state(28, hashOf(surface.slice(0, 2)));
      state(29, hashOf(surface.slice(-3)));
      state(30, known ? 1 : 0, of(word, at + 1), Math.min(6, surface.length));
    }
    if (scripts[at] === 'kanji') {
      state(31, hashOf(textOf(at + 1).slice(-1)));
      state(32, hashOf(surface.slice(-1)), own.pos);
      const isFirst = scripts[at + 1] === 'kanji';
      const isNext = scripts[at - 1] === 'kanji';
      const both = textOf(at) + textOf(at + 1);
      if (isFirst) {
        state(33, isBuiltLikeGivenName(both) ? 1 : 0);
        state(34, isSurname(surface) ? 1 : 0, isGivenName(textOf(at + 1) + textOf(at + 2)) ? 1 : 0);
      }
      if (isNext) {
        state(35, isSurname(textOf(at - 2) + textOf(at - 1)) ? 1 : 0, isGivenName(surface) ? 1 : 0);
        state(36, isSurname(textOf(at - 1)) ? 1 : 0, isBuiltLikeGivenName(both) ? 1 : 0);
      }
    }
    const runFrom = first[at] as number;
    const runTo = last[at] as number;
    state(37, own.script, Math.min(4, at - runFrom), Math.min(5, runTo - runFrom + 1));
    state(38, of(word, runTo + 1), own.script);
    state(39, of(word, runFrom - 1), own.script);
    state(40, of(pos, runTo + 1), own.pos);
    state(41, of(word, runTo + 1), of(word, runTo + 2), own.script);
    const mark = marked[at] as number;
    if (mark !== 0) {
      state(42, mark);
      state(43, mark, style);
      state(44, mark, own.script);
    }
    return Uint32Array.from(found);
  });
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

/** For each word the mark on it, and whether the mark begins there; 0 for none. */
function markOf(words: readonly Word[], marks: readonly Marked[]): number[] {
  return words.map(({ start, end }) => {
    const found = marks.find((mark) => mark.start < end && start < mark.end);
    return found ? hashOf(found.mark + (found.start >= start ? '|' : '-')) : 0;
  });
}

/** First and last word of the run of words in one script that each word belongs to. */
function runsOf(scripts: readonly Script[]): { first: number[]; last: number[] } {
  const first: number[] = [];
  for (let at = 0; at < scripts.length; at += 1)
    first.push(scripts[at] === scripts[at - 1] ? (first[at - 1] as number) : at);
  const last = [...first];
  for (let at = scripts.length - 1; at >= 0; at -= 1)
    last[at] = scripts[at] === scripts[at + 1] ? (last[at + 1] as number) : at;
  return { first, last };
}

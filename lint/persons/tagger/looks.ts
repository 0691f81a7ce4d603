import { GAZETTEER } from '../../places/gazetteer.ts';
import { isForeignName } from '../foreign-names.ts';
import {
  givenNames,
  isGivenName,
  isSurname,
  readsAsGivenName,
  readsAsSurname,
  surnames,
} from '../lexicon.ts';
import { isRole } from '../roles.ts';

export type Script =
  | 'kanji'
  | 'katakana'
  | 'hiragana'
  | 'Name'
  | 'NAME'
  | 'latin'
  | 'digits'
  | 'break'
  | 'sign';

/** What a word is by itself. The numbers are hashes. */
export interface Look {
  word: number;
  script: Script;
  scriptNumber: number;
  shape: number;
  /** Which lists of names, places and roles have it. */
  lists: number;
  /** Whether the dictionary's word, or one that it does not have, could be anybody's name or stands behind one. */
  mayBeName: { known: boolean; unknown: boolean };
  endsSentence: boolean;
}

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Stands for the words before the first and behind the last. */
export const EDGE = hashOf('$');

export const LOOK_OF_NOTHING: Look = {
  word: EDGE,
  script: 'sign',
  scriptNumber: EDGE,
  shape: EDGE,
  lists: EDGE,
  mayBeName: { known: false, unknown: false },
  endsSentence: false,
};

/** Different words that are kept; the everyday ones of many posts. */
const MOST_KEPT = 6000;

/** Words as they were looked at: most of a text's words stand in others too. Holds for lists that do not change. */
export class Looks {
  readonly #looks = new Map<string, Look>();
  readonly #pos = new Map<string, number>();

  of(surface: string): Look {
    let look = this.#looks.get(surface);
    if (!look) {
      if (this.#looks.size >= MOST_KEPT) this.#looks.clear();
      look = lookOf(surface);
      this.#looks.set(surface, look);
    }
    return look;
  }

  /** Number of a part of speech; there are some seventy. */
  posOf(pos: string): number {
    let number = this.#pos.get(pos);
    if (number === undefined) {
      number = hashOf(pos);
      this.#pos.set(pos, number);
    }
    return number;
  }
}

const HONORIFIC = /^(?:さん|さま|様|氏|君|くん|ちゃん)$/;
const SENTENCE_END = /[。\n\u2029]/;
const UNKNOWN_NAME = /^(?:[\u3400-\u9fff々]+|[ァ-ヺー]{2,}|[ぁ-ゖー]{2,}|[A-Z][A-Za-z]+)$/;

function lookOf(surface: string): Look {
  const script = scriptOf(surface);
  const honorific = HONORIFIC.test(surface);
  return {
    word: hashOf(surface),
    script,
    scriptNumber: hashOf(script),
    shape: hashOf(`${script}${Math.min(5, surface.length)}`),
    lists: hashOf(listsOf(surface)),
    mayBeName: {
      known: honorific || isListed(surface),
      unknown: honorific || UNKNOWN_NAME.test(surface),
    },
    endsSentence: SENTENCE_END.test(surface),
  };
}

const isListed = (word: string) =>
  surnames.has(word) || givenNames.has(word) || (/^[ぁ-ゖァ-ヺー]{2,}$/.test(word) && readsAsGivenName(word));

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

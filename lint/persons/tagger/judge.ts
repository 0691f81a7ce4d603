import type { Marked } from '../../options.ts';
import { GAZETTEER } from '../../places/gazetteer.ts';
import { speaksOfClient } from '../../text/client.ts';
import { allWithin, placeOf } from '../../text/sorted.ts';
import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from '../lexicon.ts';
import type { PersonMention } from '../mention.ts';
import { isRole } from '../roles.ts';
import { Passage, type Word } from './features.ts';
import { Looks } from './looks.ts';
import type { Weights } from './model.ts';
import { Scorer } from './scorer.ts';
import { inName, type Likelihoods, likelihoodsOf, namesIn, type TaggedName } from './tag.ts';

/** What the tagger says of a text. */
export interface Judge {
  /** The words of a text and the names among them. */
  names(
    text: string,
    marks: readonly Marked[],
  ): {
    words: readonly Word[];
    names: TaggedName[];
    /** How likely each word of a passage is part of a name, the least of them; 0 for a piece of a word. */
    likelihoodOf(span: { start: number; end: number }): number;
  };
  /** Whether what stands before an honorific is a word that names nobody (当直さん). */
  isNobody(text: string, mention: PersonMention): boolean;
}

/** From which likelihood something is taken for a name. */
export const LIMITS = {
  /** A word where the rules have found somebody already. */
  least: 0.3,
  /** So much more where the text only speaks of a client. */
  client: 0.1,
  /** So much more where it speaks of none. */
  nobody: 0.3,
  /** What is a name less often needs to be likelier: an everyday noun, a place. */
  word: 0.4,
  place: 0.7,
  /** Two syllables that no list has as a name. */
  syllables: 0.8,
  /** Below it a word of the dictionary before an honorific is none's name. */
  never: 0.06,
};
/** UTF-16 code units; longer ones of other countries' people stand with dots or spaces, which begin a new word. */
const LONGEST_NAME = 30;
// 帯広在住, a lone kana, the same character again and again.
const NO_NAME = /(?:在住|出身)$|^[ぁ-ゖァ-ヺー]$|^(.)\1+$/;
// Parts of Hokkaido, as texts of the network name them all the time.
const AREAS =
  /^(?:空知|石狩|後志|胆振|日高|渡島|檜山|上川|留萌|宗谷|桧山|オホーツク|網走|十勝|釧路|根室|道[北南東央])$/;

const POLITE = /です|ます|ました|ません|ください/;
/** UTF-16 code units; shorter ones are messages of a phone, where names stand bare: there each sentence is asked about. */
const MESSAGE = 300;

/** @param cut tells the words of a text */
export function createJudge(weights: Weights, cut: (text: string) => Word[], limits = LIMITS): Judge {
  // The rules ask of their finds before the tagger speaks: each text is read once.
  let last: { text: string; words: readonly Word[]; asked: Uint8Array; likelihoods: Likelihoods } | undefined;
  const looks = new Looks();
  const scorer = new Scorer(weights);
  const look = (text: string) => {
    if (last?.text === text) return last;
    const words = cut(text);
    const passage = new Passage(text, words, looks);
    const asked = mayBeNamed(text, words, passage);
    last = { text, words, asked, likelihoods: likelihoodsOf(scorer, passage, (at) => asked[at] === 1) };
    return last;
  };
  return {
    names(text, marks) {
      const { words, likelihoods } = look(text);
      last = undefined;
      const more = marks.some(({ mark }) => mark === 'person3')
        ? 0
        : speaksOfClient(text)
          ? limits.client
          : limits.nobody;
      const names = namesIn(words, likelihoods, limits.least + more).filter(
        (name) => name.likelihood >= leastOf(text, words, name, limits) + more / 2,
      );
      const likelihoodOf = ({ start, end }: { start: number; end: number }) => {
        const first = placeOf(words, start);
        let least = words[first]?.start === start ? 1 : 0;
        for (let at = first; at < words.length; at += 1) {
          if ((words[at] as Word).start >= end) break;
          least = Math.min(least, inName(likelihoods, at));
        }
        return least;
      };
      return { words, names, likelihoodOf };
    },

    isNobody(text, { start, end, weight }) {
      const name = text.slice(start, end);
      if (
        weight < 3 ||
        !/^(?:[\u3400-\u9fff々]+|[ぁ-ゖー]{3,})$/.test(name) ||
        /[「『:(]/.test(text[start - 1] ?? '')
      )
        return false;
      if (isSurname(name) || isGivenName(name) || isFullName(name)) return false;
      if (readsAsGivenName(name) || readsAsSurname(name)) return false;
      const { words, asked, likelihoods } = look(text);
      for (let at = placeOf(words, start); at < words.length; at += 1) {
        const word = words[at] as Word;
        if (word.start >= end) break;
        if (!asked[at] || !isNoun(word) || inName(likelihoods, at) >= limits.never) return false;
      }
      return true;
    },
  };
}

/**
 * Words of sentences in which some word could be anybody's name: 1 for each. Most sentences that members write in their
 * polite style have none and need no closer look.
 */
function mayBeNamed(text: string, words: readonly Word[], passage: Passage): Uint8Array {
  const asked = new Uint8Array(words.length);
  if (text.length < MESSAGE || !POLITE.test(text)) return asked.fill(1);
  let from = 0;
  let may = false;
  words.forEach(({ pos, known }, at) => {
    const { mayBeName, endsSentence } = passage.look(at);
    may ||= mayBeName[known ? 'known' : 'unknown'] || pos.includes('人名');
    if (at + 1 < words.length && !endsSentence) return;
    if (may) asked.fill(1, from, at + 1);
    from = at + 1;
    may = false;
  });
  return asked;
}

const isNoun = ({ known, pos }: Word) => known && pos.startsWith('名詞') && !/固有名詞|数/.test(pos);

/** さきほど, これ, ため: what says when, which or how. */
const NO_NAMES_WORD = /^名詞,(?:副詞可能|代名詞|非自立)|^(?:副詞|接続詞|連体詞)/;
const SIGN = /[`*_~[\]]/;

/** Places, single characters and everyday nouns are taken for names only where the tagger is surer. */
function leastOf(
  text: string,
  words: readonly Word[],
  { start, end }: TaggedName,
  limits: typeof LIMITS,
): number {
  const name = text.slice(start, end).trim();
  if (name.length > LONGEST_NAME || /[()]/.test(name) || NO_NAME.test(name)) return Number.POSITIVE_INFINITY;
  if (AREAS.test(name) || (/^[ァ-ヺー]+$/.test(name) && isRole(name))) return Number.POSITIVE_INFINITY;
  // 佐`藤: a piece of what readers will see as one word, and which is looked at once more without its signs.
  if (name.length === 1 && (SIGN.test(text[start - 1] ?? '') || SIGN.test(text[end] ?? '')))
    return Number.POSITIVE_INFINITY;
  if (allWithin(words, start, end).every(({ known, pos }) => known && NO_NAMES_WORD.test(pos)))
    return Number.POSITIVE_INFINITY;
  if (GAZETTEER.has(name)) return limits.place;
  if (/^[ぁ-ゖー]{2}$/.test(name) && !readsAsGivenName(name)) return limits.syllables;
  const isWord =
    name.length === 1 ||
    /^[ぁ-ゖー]{2}$/.test(name) ||
    !allWithin(words, start, end).some(({ known, pos }) => !known || pos.includes('固有名詞'));
  return isWord ? limits.word : 0;
}

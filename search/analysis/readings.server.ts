import { analyse, readingOf } from '#morphology/analyse.ts';
import { dictionaryFrom, sharedDictionary } from '#morphology/dictionary.server.ts';
import { foldKana, foldWriting } from './fold.ts';

/** A word of the collection. */
export interface Word {
  /** As texts write it, but for its width. */
  written: string;
  folded: string;
  /** Folded: in hiragana, without long vowels. */
  reading: string;
}

const dictionary = () => dictionaryFrom(sharedDictionary());

/** Words that a text is about: no particles, no endings, nothing of one kana. */
const SAYS_SOMETHING = /^(?:名詞,(?!数|非自立|代名詞|接尾,助動詞)|動詞,自立|形容詞,自立|副詞)/;
const WORD = /^(?:[\p{Script=Han}々]|[\p{Script=Han}々ぁ-ゖァ-ヺー]{2,16})$/u;

/** The words of a text, each as often as it stands. */
export function wordsRead(text: string): Word[] {
  const written = foldWriting(text);
  const words: Word[] = [];
  for (const token of analyse(dictionary(), written)) {
    if (!SAYS_SOMETHING.test(token.pos)) continue;
    const word = written.slice(token.start, token.end);
    if (!WORD.test(word)) continue;
    const reading = readingOf(dictionary(), written, token) ?? (/\p{Script=Han}/u.test(word) ? '' : word);
    if (reading !== '') words.push({ written: word, folded: foldKana(word), reading: foldKana(reading) });
  }
  // The dictionary cuts フードバンク in two.
  for (const [run] of written.matchAll(/[ァ-ヺー]{4,20}/gu)) {
    const folded = foldKana(run);
    words.push({ written: run, folded, reading: folded });
  }
  return words;
}

const SENTENCE = /[^。\n！？!?]+/g;
/** Kanji with the kana behind them, or katakana: where all of a sentence's are known, it brings no new word. */
const RUN = /[\p{Script=Han}々]+[ぁ-ゖ]?|[ァ-ヺー]{2,}/gu;
const MOST_RUNS = 200_000;

/** Reads words out of texts one after another, and looks closely only at sentences that bring something new. */
export class Reader {
  #known = new Set<string>();

  /** @returns the words, and a function to call when they are kept: until then they are new again next time */
  read(texts: readonly string[]): { words: Word[]; kept: () => void } {
    const words = new Map<string, Word>();
    const runs = new Set<string>();
    for (const text of texts) {
      for (const [sentence] of text.matchAll(SENTENCE)) {
        const unknown = (sentence.match(RUN) ?? []).filter((run) => !this.#known.has(run) && !runs.has(run));
        if (unknown.length === 0) continue;
        for (const run of unknown) runs.add(run);
        for (const word of wordsRead(sentence)) words.set(word.folded, word);
      }
    }
    const kept = () => {
      if (this.#known.size > MOST_RUNS) this.#known.clear();
      for (const run of runs) this.#known.add(run);
    };
    return { words: [...words.values()], kept };
  }

  forget(): void {
    this.#known.clear();
  }
}

/** How a folded word is read, in hiragana; undefined when a part of it is not known. */
export function readingOfWord(folded: string): string | undefined {
  if (/^[ぁ-ゖ]+$/.test(folded)) return folded;
  let reading = '';
  for (const token of analyse(dictionary(), folded)) {
    const part = folded.slice(token.start, token.end);
    const read = /^[ぁ-ゖ]+$/.test(part) ? part : readingOf(dictionary(), folded, token);
    if (read === undefined) return undefined;
    reading += foldKana(read);
  }
  return reading;
}

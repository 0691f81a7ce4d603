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

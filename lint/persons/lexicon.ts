import { GIVEN, GIVEN_NOUNS, GIVEN_RARE } from '../dictionaries/given-names.ts';
import { GIVEN_READINGS, SURNAME_READINGS } from '../dictionaries/name-readings.ts';
import { unpackWords } from '../dictionaries/pack.ts';
import { SURNAMES, SURNAMES_NOUNS } from '../dictionaries/surnames.ts';
import { isBuiltGivenName } from './built-names.ts';

const packedFamily = unpackWords(SURNAMES);
const packedGiven = unpackWords(GIVEN);
/** Family names that are no other word. */
export const surnames: ReadonlySet<string> = packedFamily;
export const givenNames: ReadonlySet<string> = packedGiven;

/** Adds rarer names for as long as the program runs; a browser has no room for them. */
export function addNames({
  family,
  given,
  readings,
}: Record<'family' | 'given' | 'readings', Iterable<string>>): void {
  for (const name of family) packedFamily.add(name);
  for (const name of given) packedGiven.add(name);
  for (const reading of readings) givenReadings.add(reading);
}

const nounSurnames = unpackWords(SURNAMES_NOUNS);
const nounGivenNames = unpackWords(GIVEN_NOUNS);
const rareGivenNames = unpackWords(GIVEN_RARE);
const givenReadings = unpackWords(GIVEN_READINGS);
const surnameReadings = unpackWords(SURNAME_READINGS);

/** Whether a word is a family name, also one that is a noun (林, 東). */
export const isSurname = (word: string): boolean => surnames.has(word) || nounSurnames.has(word);
/** Whether a word is a given name in kanji, also one that is a noun (光, 大地). */
export const isGivenName = (word: string): boolean =>
  givenNames.has(word) || nounGivenNames.has(word) || rareGivenNames.has(word) || isBuiltGivenName(word);

/** Whether a given name is another noun far more often (母の愛), so that a relative before it proves nothing. */
export const isRarelyName = (word: string): boolean => rareGivenNames.has(word);

/** Readings of given names that are other words too: nouns of the IPA dictionary, verbs, adverbs. */
export const KANA_NOUNS = new Set(
  'あさひ あん いと うた かな さき さら すず そら たいよう とわ なぎ のどか はな はる ひいろ ひな ひびき まい まな みか みなと むぎ めい もえ やまと ゆい ゆめ ゆら りく りん るり れい れん あおい あくま あやめ あらた いっせい うさぎ かすみ かつお かつら かなめ きさく けいこ さかり さくら さとし さやか さんま しずか しゅう しゅん しょう しんこ しょうじ すみれ せいや たいこ たいじ たくみ たつき ちぐさ つばさ つよし のぞみ のんき はじめ はなみ はるか ひさし ひとし ひとみ ふぶき みなみ めぐみ ゆかり ゆたか りゅう りょう あかり このみ このむ すぐる つぐむ のぞむ まなぶ すすむ たもつ つとむ まもる めぐむ ゆずる わたる のぼる みのる おさむ かえで みらい みどり ひかり ひかる ちから なぎさ しおり こずえ もとめ すなお つかさ まこと まどか みやこ みやび ちどり うらら さとり やよい あゆむ いさむ ひらく かなえ そのこ いちよ こゆき こはる みつぎ ふゆの いつの あいの ことは おとは みつは ななは ゆずは はなの ゆの ひなの ひなと ひなた かおり こうき こうせい こうへい ゆうき たいせい かなた つむぎ ひより あおば だいち りか えいと かなと はると めぐ みのり'.split(
    ' ',
  ),
);

const hiragana = (word: string) =>
  word.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
/** Whether a word in hiragana or katakana reads like a given name. */
export const readsAsGivenName = (word: string): boolean => givenReadings.has(hiragana(word));
/** Whether a word in hiragana or katakana reads like a family name. */
export const readsAsSurname = (word: string): boolean => surnameReadings.has(hiragana(word));

/** Whether characters in kanji make a full name: a family name, then a given name. */
export const isFullName = (word: string): boolean => givenPart(word) !== '';

/** The given name in a full name written without a space (佐々木健太 → 健太); '' where the word is none. */
export function givenPart(word: string): string {
  for (let cut = Math.min(3, word.length - 1); cut > 0; cut--) {
    // One character and one more make a noun (安全) far more often than a person.
    if (word.length > 2 && isSurname(word.slice(0, cut)) && isGivenName(word.slice(cut)))
      return word.slice(cut);
  }
  return '';
}

const FIRST_OF_GIVEN = new Set<string>();
const LAST_OF_GIVEN = new Set<string>();
for (const name of givenNames) {
  if (name.length !== 2) continue;
  FIRST_OF_GIVEN.add(name[0] as string);
  LAST_OF_GIVEN.add(name[1] as string);
}

/** Whether a word begins and ends as given names do (拓海, 陽翔), though no dictionary has it. */
export const isBuiltLikeGivenName = (word: string): boolean =>
  word.length > 1 && FIRST_OF_GIVEN.has(word[0] as string) && LAST_OF_GIVEN.has(word.slice(-1));

/** Whether a family name of two or three characters and something built like a given name make up a word. */
export const isLikelyFullName = (word: string): boolean =>
  [2, 3].some((cut) => surnames.has(word.slice(0, cut)) && isBuiltLikeGivenName(word.slice(cut)));

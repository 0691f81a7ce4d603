import type { Marked } from '../options.ts';
import { isGivenName, readsAsGivenName } from './lexicon.ts';
import { isRole } from './roles.ts';
import type { Word } from './tagger/features.ts';

interface Span {
  start: number;
  end: number;
}

const KANJI_NAME = /^[\u3400-\u9fff々ヶ]+(?: [\u3400-\u9fff々]+)?$/;
const READING = /^(?:さん|くん|ちゃん|様|氏)?\((?<kana>[ぁ-ゖー]{2,8}(?: [ぁ-ゖー]{2,6})?)(?=[)、・ ])/;
// 陳 美玲（チン・ミレイ／Chen Meiling）: and how it is spelled abroad.
const SPELLING =
  /^(?:さん|くん|ちゃん|様|氏)?\((?:[^()\n]{0,20}[/、,・ ] ?)?(?<latin>[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}|[A-Z]{2,}(?: [A-Z]{2,}){1,3})(?=[)/、])/;
/** A character is read in at most so many syllables. */
const MOST_SYLLABLES = 4;
// What somebody is, in kana.
const KIND =
  /^(?:いとこ|おい|めい|おじ|おば|はは|ちち|あね|あに|いもうと|おとうと|むすめ|むすこ|まご|ともだち|なかま|きょうだい|ふたご|かり|ひとり|ふたり|ひとりぐらし|ひとり親|うつ|がん|てんかん|るす|なし|あり|ほか|など|など|ろう|もう|こども|となり|きんじょ|かれ|かのじょ)$/;

/**
 * How a name that was found is read: 琉唯斗（るいと）. No list has every reading, so whatever stands there counts, unless
 * it is a word of the dictionary.
 */
export function bracketedReadings(text: string, marks: readonly Marked[], words: readonly Word[]): Span[] {
  const named = marks.filter(
    ({ mark, start, end }) => mark.startsWith('person') && KANJI_NAME.test(text.slice(start, end)),
  );
  if (named.length === 0) return [];
  const nouns = new Set(
    words
      .filter(({ known, pos }) => known && !pos.includes('固有名詞'))
      .map(({ start, end }) => `${start}-${end}`),
  );
  return named.flatMap(({ start: from, end: until }) => {
    const spelled = SPELLING.exec(text.slice(until, until + 60));
    if (spelled?.groups?.latin !== undefined) {
      const end = until + spelled[0].length;
      return [{ start: end - spelled.groups.latin.length, end }];
    }
    const match = READING.exec(text.slice(until, until + 24));
    const kana = match?.groups?.kana;
    if (!match || kana === undefined) return [];
    const characters = text.slice(from, until).replace(' ', '').length;
    const start = until + match[0].length - kana.length;
    const end = start + kana.length;
    const isWord =
      !(readsAsGivenName(kana) && isGivenName(text.slice(from, until))) &&
      (nouns.has(`${start}-${end}`) || isRole(kana) || KIND.test(kana));
    const length = kana.replace(' ', '').length;
    return isWord || length < characters || length > characters * MOST_SYLLABLES ? [] : [{ start, end }];
  });
}

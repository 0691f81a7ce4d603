import { matchAll } from '../text/match.ts';
import { readsAsGivenName, readsAsSurname } from './lexicon.ts';

const ROMAJI =
  /(?<![A-Za-z0-9])(?:[A-Z]\.? ?[A-Z][a-z]{2,}|[A-Z]\.? [A-Z]{4,}|[A-Z]{3,}(?: [A-Z]{2,}){1,3}|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+ [A-Z]{3,}|[A-Z]{3,} [A-Z][a-z]+)(?![A-Za-z0-9])/g;

const SYLLABLE =
  /^(?:(?:[kstnhmyrwgzbpdfj]|sh|ch|ts|ky|sy|ny|hy|my|ry|gy|by|py|[kstp]{2})?[aiueo]h?|n(?![aiueo])|m(?=[bp]))+$/i;
const KANA_OF: Record<string, string> = {};
for (const row of [
  'a あ i い u う e え o お',
  'ka か ki き ku く ke け ko こ ga が gi ぎ gu ぐ ge げ go ご',
  'sa さ shi し si し su す se せ so そ za ざ ji じ zi じ zu ず ze ぜ zo ぞ',
  'ta た chi ち ti ち tsu つ tu つ te て to と da だ de で do ど',
  'na な ni に nu ぬ ne ね no の ha は hi ひ fu ふ hu ふ he へ ho ほ',
  'ba ば bi び bu ぶ be べ bo ぼ pa ぱ pi ぴ pu ぷ pe ぺ po ぽ',
  'ma ま mi み mu む me め mo も ya や yu ゆ yo よ ra ら ri り ru る re れ ro ろ wa わ n ん',
  'sho しょ shu しゅ sha しゃ cho ちょ chu ちゅ cha ちゃ jo じょ ju じゅ ja じゃ kyo きょ kyu きゅ ryo りょ ryu りゅ',
]) {
  const items = row.split(' ');
  for (let i = 0; i < items.length; i += 2) KANA_OF[items[i] as string] = items[i + 1] as string;
}

/** Taro → たろ; a long vowel may be written or left out, so lookups try it both ways. */
function kanaOf(romaji: string): string {
  return romaji
    .toLowerCase()
    .replace(
      /(?:sh|ch|ts|ky|ry)?[bcdfghjkmnprstwyz]?[aiueo]|n/g,
      (syllable) => KANA_OF[syllable] ?? syllable,
    );
}
const longer = (kana: string) => [
  kana,
  `お${kana}`,
  `${kana}う`,
  kana.replace(/(こ|ゆ|よ|しょ|りょ)(?=.)/, '$1う'),
];

/** Whether words in Latin letters read like a Japanese name. */
function isName(words: readonly string[]): boolean {
  if (!words.every((word) => SYLLABLE.test(word))) return false;
  const kana = words.map((word) => longer(kanaOf(word)));
  const family = kana.some((spellings) => spellings.some(readsAsSurname));
  return words.length === 1
    ? family
    : family &&
        kana.every((spellings) => spellings.some((word) => readsAsSurname(word) || readsAsGivenName(word)));
}

/** Whether one word in Latin letters is a given name or a family name. */
export const isOneName = (word: string): boolean =>
  SYLLABLE.test(word) && longer(kanaOf(word)).some((kana) => readsAsGivenName(kana) || readsAsSurname(kana));

// Nguyen Van Duc（グエン・バン・ドゥック）: words whose reading stands beside them.
const WITH_READING =
  /(?<![A-Za-z0-9])[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,4}(?= ?\([ァ-ヺー]+[・ ][ァ-ヺー・ ]+\))/g;

// LE THI MAI: a dozen family names are those of nearly everybody in Vietnam.
const VIETNAMESE =
  /(?<![A-Za-z0-9])(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|dinh|trinh)(?: [a-z]{2,6}){1,3}(?![A-Za-z0-9])/gi;

/** Japanese names in Latin letters: Taro Sato, T. Sato, SATO; any others with their reading. */
export function romajiNames(text: string): Array<{ start: number; end: number }> {
  const japanese = matchAll(text, ROMAJI).filter((match) =>
    isName(match.text.split(/[. ]+/).filter((word) => word.length > 1)),
  );
  const vietnamese = matchAll(text, VIETNAMESE).filter(
    (match) => !/ [a-z]|[a-z]{2} [A-Z]{2}|^[a-z]/.test(match.text),
  );
  return [...japanese, ...matchAll(text, WITH_READING), ...vietnamese];
}

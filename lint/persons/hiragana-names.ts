import { execAll, matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { readsAsGivenName, readsAsSurname } from './lexicon.ts';
import type { PersonMention } from './mention.ts';
import type { Span } from './signals.ts';

// さとうけんじさん, 氏名:たかはしけんじ: kana of a family name and a given name, with nothing between.
const BEFORE_HONORIFIC = /[ぁ-ゖー]{4,16}(?=さん|さま|様|氏|くん|ちゃん|君)/g;
const BEHIND_LABEL =
  /(?<=(?:氏名|名前|なまえ|ふりがな|フリガナ|よみがな|よみ|読み|本名|旧姓|保護者|世帯主|相談者|本人|対象者)(?:は|が|:|\||\n| ){1,3})(?<value>[ぁ-ゖー]{4,10})(?=[\n 、。(|)」]|さん|様|です|と|$)/g;
const OF_RELATIVE =
  /(?<=(?:父|母|夫|妻|兄|姉|弟|妹|息子|娘|長男|次男|三男|長女|次女|三女|孫)の)(?<value>[ぁ-ゖー]{4,10}?)(?=[はがもをにと、。(]|さん|くん|ちゃん)/g;
/** What a name may stand behind in a run of kana. */
const PARTICLE = /[はがのをにともへで]/;
const SHORTEST = 4;

/** Length of the family name of kana that are one and a given name; 0 for others. */
function familyLength(kana: string): number {
  for (let cut = Math.min(5, kana.length - 2); cut >= 2; cut -= 1)
    if (readsAsSurname(kana.slice(0, cut)) && readsAsGivenName(kana.slice(cut))) return cut;
  return 0;
}

/** The longest full name at the end of a run. */
function atEnd(run: string): string | undefined {
  for (let from = 0; run.length - from >= SHORTEST; from += 1) {
    const name = run.slice(from);
    if ((from === 0 || PARTICLE.test(run[from - 1] as string)) && familyLength(name) > 0) return name;
  }
  return undefined;
}

let last: { text: string; found: Span[] } | undefined;

/** Full names in hiragana, family name and given name in one. */
export function hiraganaNames(text: string): Span[] {
  if (last?.text === text) return last.found;
  const honoured = execAll(text, BEFORE_HONORIFIC).flatMap(({ index, 0: run }) => {
    const name = atEnd(run);
    const end = index + run.length;
    return name === undefined ? [] : [{ start: end - name.length, end }];
  });
  const others = [BEHIND_LABEL, OF_RELATIVE]
    .flatMap((pattern) => matchAll(text, pattern))
    .filter(({ text: name }) => familyLength(name) > 0)
    .map(({ start, end }) => ({ start, end }));
  const found = [...honoured, ...others];
  last = { text, found };
  return found;
}

/** Whether what was found is but a piece of such a name (しけんじ in たかはしけんじさん). */
export const isPieceOfHiragana = (text: string, { start, end }: PersonMention): boolean =>
  hiraganaNames(text).some(
    (name) => name.start < end && start < name.end && (start !== name.start || end !== name.end),
  );

// 高橋サンに, 高橋さnに, 健二クンと: honorifics as they slip from the keys.
const SLIPPED =
  /(?<![\u3400-\u9fff々])(?<value>[\u3400-\u9fff々]{2,4}|(?<![ァ-ヺー])[ァ-ヺー]{2,8})(?=(?:サン|クン|さn|さ ん|sさん|san|s(?![a-zA-Z0-9])|3(?![0-9]))(?:[にとからよりのはがをも、。へ]|$))/g;

/** Names before an honorific that slipped from the keys, where a list has them. */
export const slippedHonorifics = (text: string, isName: (name: string) => boolean): Span[] =>
  matchAll(text, SLIPPED)
    .filter(({ text: name }) => isName(name) || isForeignName(name))
    .map(({ start, end }) => ({ start, end }));

import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, readsAsGivenName } from './lexicon.ts';
import type { PersonMention } from './mention.ts';
import { isRole } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

const MAY_BE =
  /[ァ-ヺー]・[\u3400-\u9fff]|[\u3400-\u9fff]・[ァ-ヺ]|[\u3400-\u9fff][ツケヶ][\u3400-\u9fff]|[ァ-ヺ] {1,2}[\u3400-\u9fff]{1,4} {1,2}[ァ-ヺ]|[\u3400-\u9fff] [\u3400-\u9fffぁ-ゖ]{1,4}(?:さん|様|氏|くん|ちゃん| ?\()/;
// ダニエル・貝塚, 貝塚・ダニエル: of two countries. 佐藤・リンの2名 are two.
const TWO_SCRIPTS =
  /(?<![\u3400-\u9fff々ァ-ヺー・])(?:(?<kana>[ァ-ヺー]{2,10})・(?<family>[\u3400-\u9fff々]{1,3})|(?<family2>[\u3400-\u9fff々]{1,3})・(?<kana2>[ァ-ヺー]{2,10}))(?![\u3400-\u9fff々ァ-ヺー・]|(?:の|さん)?[2-9二三四五両]|ほか|ら[はがのを]|、[\u3400-\u9fffァ-ヺー]{1,8}(?:[、・]|の[2-9二三四五]))/g;
// 三ツ橋さん, 四ツ谷様: no list has each of them.
const WITH_KANA =
  /(?<![\u3400-\u9fff々ァ-ヺー])[\u3400-\u9fff][ツケヶ][\u3400-\u9fff]{1,2}(?=さん|様|さま|氏|くん|ちゃん| [\u3400-\u9fff]{1,3}(?:さん|様|\())/g;
// お名前 ゴンザレス 松井 カルロス
// 大分 修さん: a prefecture or a town before a given name is a family name.
const TOWN_AND_GIVEN =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<town>[\u3400-\u9fff]{2,3}) (?<given>[\u3400-\u9fff々]{1,3}|[ぁ-ゖ]{2,4})(?=さん|様|氏|くん|ちゃん| ?\([0-9]{1,3}[歳才)、])/g;
const THREE =
  /(?<=(?:氏名|名前|本人|相談者|対象者|申請者)[: ]{1,6})[ァ-ヺー]{2,10} {1,2}[\u3400-\u9fff々]{1,4} {1,2}[ァ-ヺー]{2,10}(?=[\n( ]|$)/g;

let last: { text: string; found: Span[] } | undefined;

/** Names of two scripts that make up one, each of whose parts looks like a name for itself. */
export function joined(text: string): Span[] {
  if (last?.text === text) return last.found;
  const found = MAY_BE.test(text)
    ? [
        ...matchAll(text, TWO_SCRIPTS).filter(({ groups }) => {
          const kana = groups.kana ?? groups.kana2 ?? '';
          const family = groups.family ?? groups.family2 ?? '';
          return (
            (isSurname(family) || isGivenName(family)) &&
            !isRole(family) &&
            !isRole(kana) &&
            (isForeignName(kana) || readsAsGivenName(kana))
          );
        }),
        ...matchAll(text, WITH_KANA).filter(({ text: name }) => !GAZETTEER.has(name)),
        ...matchAll(text, TOWN_AND_GIVEN).filter(
          ({ groups: { town = '', given = '' } }) =>
            (isSurname(town) || GAZETTEER.get(town)?.wider === '道外') &&
            !/[市区町村県]$/.test(town) &&
            (isGivenName(given) || readsAsGivenName(given)),
        ),
        ...matchAll(text, THREE),
      ].map(({ start, end }) => ({ start, end }))
    : [];
  last = { text, found };
  return found;
}

/** Whether what was found is but a piece of such a name (橋 in 三ツ橋). */
export const isPiece = (text: string, { start, end }: PersonMention): boolean =>
  joined(text).some((name) => name.start <= start && end <= name.end && end - start < name.end - name.start);

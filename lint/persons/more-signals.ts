import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isBuiltGivenName } from './built-names.ts';
import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { nameRightOf } from './right-of.ts';
import { isRole, RELATIVE } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

// 9/12 18:02 翔太郎「きょう…」: a line of a chat that was copied.
const CHAT_LINE =
  /(?<=^|\n)(?:[0-9]{1,4}[/.-][0-9]{1,2}(?:[/.-][0-9]{1,2})?(?:\([月火水木金土日]\))? )?(?:午[前後] ?)?[0-9]{1,2}:[0-9]{2}[ \t](?<value>[\u3400-\u9fff々]{2,4}|[ァ-ヺー]{2,8}|[ぁ-ゖー]{2,6})(?=[「『:]|[ \t]\S)/g;
// 「みかん」は元交際相手の呼び名
const SAID_TO_BE_A_NAME =
  /(?<=[「『])(?<value>[^「」『』\n、。 ]{1,8})(?=[」』](?:は|が|とは|って)[^。\n]{0,12}(?:呼び名|あだ名|源氏名|ニックネーム|ハンドルネーム)|[」』](?:なんて|なんていう|という|って|っていう)(?:お?名前|名字|苗字|姓(?!名)))/g;
// 読み方「どど」さんで合ってます？: a reading in quotation marks before さん, where names are spoken of.
const QUOTED_READING =
  /(?<=[「『])(?<value>[ぁ-ゖー]{2,6}|[ァ-ヺー]{2,6})(?=[」』](?:さん|様|氏)?(?:と読|って読|と申|で合|でい[いう]|でよ[いろ]))/g;
const SPEAKS_OF_READINGS = /読み|よみ|苗字|名字|フリガナ|ふりがな|お名前/;
// 差出人: 大門 亮 <…>, ローマ字（AHN SEOJIN）
const MORE_LABELS =
  /(?:差出人|送信者|送り主|宛先人?|宛名|署名|ローマ字(?:氏名|表記|名)?|英字(?:氏名|表記)|英字名|氏名(?:の)?(?:ローマ字|英字)|From|To)(?: ?[:|(=] ?| )(?=\S)/g;
// 台帳のフリガナがモモモモになってて
const FURIGANA =
  /(?:フリガナ|ふりがな|よみがな|読みがな|読み仮名|カナ氏名|氏名カナ)(?:の欄)?[がはも] ?[「『]?(?<value>[ァ-ヺー]{2,8}(?: [ァ-ヺー]{2,8})?|[ぁ-ゖー]{2,6}(?= ?[」』]))/g;
// 弟の実が, 娘の柚が: a given name of one character that nobody else has as a thing.
const OF_ONE_CHARACTER = new RegExp(
  `(?<![\\u3400-\\u9fff])${RELATIVE}の(?<value>[実誠薫凛蓮葵楓翔湊蒼陸柚杏茜碧渚渉亘隆豊昇勉勲剛毅聡智哲徹透恵綾彩遥悠稔諒亮涼怜玲蘭梓楓樹瞬駿潤淳純清澄昴匠司修治学守護満充弘浩博裕寛貴孝敬啓恭仁信忍操節紀規亨享])(?=[はがもをにと、)]|くん|ちゃん|さん)(?!は?な[いし])`,
  'g',
);
// 辻優先で, 時田は来週で: what is done with those on a list of visits.
const ON_A_LIST =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4})(?=(?:優先|後回し|キャンセル|ドタキャン)(?:で|に|、|。|します|でお願い))/g;
// ひろ子が, みつ江は: kana and a last character that only names have.
const KANA_AND_LAST =
  /(?<![ぁ-ゖァ-ヺー\u3400-\u9fff々])(?<value>(?![こそあど]の|うちの|よその|お[やと]|[いじむ]も)(?:[ァ-ヺ]{2,3}|[ぁ-ゖ]{2,3})[子江枝代美恵])(?=[はがもをにとの、。)」]|さん|くん|ちゃん|様|$)/g;

/** Names that further signals announce; only a server has room to look for them. */
export function moreSignals(text: string): Span[] {
  const chat = matchAll(text, CHAT_LINE).filter(({ end, text: name }) => {
    if (isRole(name) || GAZETTEER.has(name)) return false;
    return (
      isSurname(name) ||
      isGivenName(name) ||
      isFullName(name) ||
      isBuiltGivenName(name) ||
      readsAsGivenName(name) ||
      readsAsSurname(name) ||
      /[「『]/.test(text[end] ?? '')
    );
  });
  const said = matchAll(text, SAID_TO_BE_A_NAME).filter(({ text: name }) => !isRole(name));
  const readings = SPEAKS_OF_READINGS.test(text)
    ? matchAll(text, QUOTED_READING).filter(({ text: name }) => !isRole(name))
    : [];
  const labelled = matchAll(text, MORE_LABELS).flatMap(({ end: start }) => {
    const end = nameRightOf(text, start, 'naming');
    return end < 0 || isRole(text.slice(start, end)) ? [] : [{ start, end }];
  });
  const spelled = matchAll(text, FURIGANA).filter(({ text: name }) => !isRole(name));
  const listed = matchAll(text, ON_A_LIST).filter(
    ({ text: name }) => isSurname(name) && !GAZETTEER.has(name) && !isRole(name),
  );
  const kana = matchAll(text, KANA_AND_LAST).filter(({ text: name }) => !isRole(name));
  return [
    ...chat,
    ...said,
    ...readings,
    ...labelled,
    ...spelled,
    ...matchAll(text, OF_ONE_CHARACTER),
    ...listed,
    ...kana,
  ].map(({ start, end }) => ({ start, end }));
}

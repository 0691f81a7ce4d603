import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { attendance } from './attendance.ts';
import { besideNumbers } from './beside-numbers.ts';
import { isBuiltGivenName } from './built-names.ts';
import { counted } from './counted.ts';
import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { ofKin } from './of-kin.ts';
import { nameRightOf } from './right-of.ts';
import { isRole, RELATIVE } from './roles.ts';
import { isOneName } from './romaji.ts';

interface Span {
  start: number;
  end: number;
}

// 最後に TAKESHI って書いてあった: what somebody has written, stitched or signed.
const WRITTEN =
  /(?<![A-Za-z0-9.@/_-])(?<value>[A-Z]{4,10}|[A-Z][a-z]{3,9})(?=[」』"']? ?(?:って|と(?:いう)?|の)(?:書|書き|記|彫|刺繍|刺しゅう|縫|読め|名乗|署名|サイン|名札|名前|イニシャル|入れ墨|タトゥー))/g;
// 9/12 18:02 翔太郎「きょう…」: a line of a chat that was copied.
const CHAT_LINE =
  /(?<=^|\n)(?:[0-9]{1,4}[/.-][0-9]{1,2}(?:[/.-][0-9]{1,2})?(?:\([月火水木金土日]\))? )?(?:午[前後] ?)?[0-9]{1,2}:[0-9]{2}[ \t](?<value>[\u3400-\u9fff々]{2,4}|[ァ-ヺー]{2,8}|[ぁ-ゖー]{2,6})(?=[「『:]|[ \t]\S)/g;
// 「みかん」は元交際相手の呼び名
const SAID_TO_BE_A_NAME =
  /(?<=[「『])(?<value>[^「」『』\n、。 ]{1,8})(?=[」』](?:は|が|とは|って)[^。\n]{0,12}(?:呼び名|あだ名|源氏名|ニックネーム|ハンドルネーム)|[」』](?:なんて|なんていう|という|って|っていう)(?:お?名前(?!がつ[いき])|名字|苗字|姓(?!名)))/g;
// 読み方「どど」さんで合ってます？: a reading in quotation marks before さん, where names are spoken of.
const QUOTED_READING =
  /(?<=[「『])(?<value>[ぁ-ゖー]{2,6}|[ァ-ヺー]{2,6})(?=[」』](?:さん|様|氏)?(?:と読|とも|って読|と申|で合|でい[いう]|でよ[いろ]))/g;
// 「タナベ」です」とだけ名乗り
const SAYS_WHO =
  /(?<=[「『])(?<value>[ぁ-ゖー]{2,6}|[ァ-ヺー]{2,6})(?=」?です」?と(?:だけ|しか)?(?:名乗|言|い[うい]|電話))/g;
// 顔なじみのサブ
const KNOWN_FACE =
  /(?<=(?:顔なじみ|顔見知り|なじみ|常連)の)(?<value>[ァ-ヺー]{2,5}|[ぁ-ゖー]{2,4})(?=[がはもをに。、と]|さん|$)/g;
// ステファニーケース（…）, 根元ケース：終了
const CASE_OF = /(?<=^|[\n・] ?)(?<value>[\u3400-\u9fff々]{2,4}|[ァ-ヺー]{2,8})(?=ケース[(:])/g;
// ジェニーと呼ばれる
const CALLED_SO = /(?<=[、「(は] ?)(?<value>[ァ-ヺー]{2,8})(?=」?と呼(?:ばれ|んで))/g;
// 成海本人に会わずに
const SELF =
  /(?<![\u3400-\u9fff々ァ-ヺーぁ-ゖ])(?<value>[\u3400-\u9fff々]{2,4}|[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,6})(?=本人[にはがもをの])/g;
// ・美鈴は途中で帰る, ・南　週4日に増えた: a line about somebody.
const LINE_ABOUT =
  /(?<=(?:^|\n)[・●○■*-] ?)(?<value>[\u3400-\u9fff々]{1,4})(?=[はが](?!ん)| (?:週|今週|先週|欠席|休み|新規))/g;
// なまえ　う の　あ ゆ み: letters in the boxes of a form.
const LETTERS = /(?<=(?:なまえ|名前|氏名|ふりがな)[: ]{1,3})(?<value>[ぁ-ゖ](?: {1,2}[ぁ-ゖ]){3,9})(?=\n|$)/g;
// ラム（呼び名）
const NICKNAMED =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8}|[ぁ-ゖー]{2,5})(?=(?:さん)?\((?:呼び名|通称|あだ名|愛称|ハンドルネーム|ハンドル名?)\))|(?<=「)(?<value2>[ァ-ヺー]{2,6}|[ぁ-ゖー]{2,5})(?=」(?:で通[っるし]|って呼(?:んで|ばれ)|という(?:あだ名|呼び名|愛称)))/g;
// もっちーのブログ, みゃーこが: endings that only nicknames have.
const NICKNAME =
  /(?<![ぁ-ゖーァ-ヺ])(?!(?:こ|そ|あ|ど|ぼ|ぽ|え)っち|みっち|びっち|いっぽ)[ぁ-ゖ][ぁ-ゖー]{0,2}(?:っちー?|っちょ|っぴー?|ぴょん|ーこ|にゃん)(?=[がはのとも、]|に(?:電|連))/g;
const SPEAKS_OF_READINGS = /読み|よみ|苗字|名字|フリガナ|ふりがな|お名前/;
// 差出人: 大門 亮 <…>, ローマ字（AHN SEOJIN）
const MORE_LABELS =
  /(?:おなまえ|呼び名|差出人|送信者|名字は|苗字は|送り主|宛先人?|宛名|署名|ローマ字(?:氏名|表記|名)?|英字(?:氏名|表記)|英字名|氏名(?:の)?(?:ローマ字|英字)|From|To)(?: ?[:|(=] ?| |(?<=[名苗]字は))(?=\S)/g;
// 台帳のフリガナがモモモモになってて
const FURIGANA =
  /(?:フリガナ|ふりがな|よみがな|読みがな|読み仮名|カナ氏名|氏名カナ)(?:の欄)?[がはも] ?[「『]?(?<value>[ァ-ヺー]{2,8}(?: [ァ-ヺー]{2,8})?|[ぁ-ゖー]{2,6}(?= ?[」』]))/g;
// 弟の実が, 娘の柚が: a given name of one character that nobody else has as a thing.
const OF_ONE_CHARACTER = new RegExp(
  `(?<![\\u3400-\\u9fff])${RELATIVE}の(?<value>[実誠薫凛蓮葵楓翔湊蒼陸柚杏茜碧渚渉亘隆豊昇勉勲剛毅聡智哲徹透恵綾彩遥悠稔諒亮涼怜玲蘭梓楓樹瞬駿潤淳純清澄昴匠司修治学守護満充弘浩博裕寛貴孝敬啓恭仁信忍操節紀規亨享])(?=[はがもをにと、)]|くん|ちゃん|さん)(?!は?な[いし])`,
  'g',
);
// 辻優先で, 時田は来週で, 箕輪→年金: what is done with those on a list of visits.
const ON_A_LIST =
  /(?<![\u3400-\u9fff々ァ-ヺー]|(?:担当|係|当番|窓口)[:は] ?)(?<value>[\u3400-\u9fff々]{1,4})(?=(?:優先|後回し|キャンセル|ドタキャン)(?:で|に|、|。|します|でお願い)|(?<=[\u3400-\u9fff々]{2})は(?:来週|今週|明日|午前|午後|次回|後日)(?:で|に|へ)|(?<=[\u3400-\u9fff々]{2})→(?![0-9\n]))/g;
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
  const isKnown = (name: string) =>
    (isSurname(name) && !GAZETTEER.has(name)) ||
    isGivenName(name) ||
    isBuiltGivenName(name) ||
    readsAsGivenName(name);
  const plain = [SAYS_WHO, KNOWN_FACE, CASE_OF, CALLED_SO, LETTERS].flatMap((pattern) =>
    matchAll(text, pattern).filter(({ text: name }) => !isRole(name) && !GAZETTEER.has(name)),
  );
  const known = [SELF, LINE_ABOUT].flatMap((pattern) =>
    matchAll(text, pattern).filter(({ text: name }) => !isRole(name) && isKnown(name)),
  );
  const written = matchAll(text, WRITTEN).filter(({ text: name }) => isOneName(name));
  const nicknames = matchAll(text, NICKNAME).filter(({ text: name }) => !isRole(name));
  const kana = matchAll(text, KANA_AND_LAST).filter(({ text: name }) => !isRole(name));
  return [
    ...chat,
    ...said,
    ...readings,
    ...labelled,
    ...spelled,
    ...plain,
    ...known,
    ...counted(text),
    ...attendance(text),
    ...ofKin(text),
    ...besideNumbers(text),
    ...matchAll(text, NICKNAMED),
    ...nicknames,
    ...written,
    ...matchAll(text, OF_ONE_CHARACTER),
    ...listed,
    ...kana,
  ].map(({ start, end }) => ({ start, end }));
}

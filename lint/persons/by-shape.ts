import { COUNTRIES } from '../dictionaries/countries.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import { speaksOfClient } from '../text/client.ts';
import { matchAll } from '../text/match.ts';
import { isBuiltGivenName } from './built-names.ts';
import { isForeignName } from './foreign-names.ts';
import {
  givenNames,
  isBuiltLikeGivenName,
  isGivenName,
  isSurname,
  KANA_NOUNS,
  readsAsGivenName,
  readsAsSurname,
  surnames,
} from './lexicon.ts';
import type { PersonMention } from './mention.ts';
import { isRole } from './roles.ts';
import { romajiNames } from './romaji.ts';

const KANJI_RUN = /[\u3400-\u9fff々ヶ]+/g;
// 仲村渠 リサ: no list has every family name, but a given name in kana after a space tells one.
const BEFORE_KANA =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<family>[\u3400-\u9fff々]{2,4}) (?<given>[ァ-ヺー]{2,5})(?![ァ-ヺー・\u3400-\u9fff])/g;
const KANA_PAIR = /(?<![ァ-ヺー・])[ァ-ヺー]{2,7} [ァ-ヺー]{2,7}(?![ァ-ヺー・])/g;
// 山根、今日も来ず / 阿部（０９０… / 笹原ほか
const ALONE_BEFORE = /(?:^|[ \n・、。「『(>〇○◯●■□◆*_-]|[:|] ?|- )$/;
const ALONE_AFTER =
  /^(?: [0-9]{1,3}(?:歳|才)|_|\.(?:xlsx?|docx?|pdf|jpe?g|png|txt|csv)| ?\|| (?=0[0-9]{1,3}[-( 0-9])|、(?:今日|昨日|明日|本日|また|まだ|来所|来ず|電話|家|先日|今朝|昨夜)|\((?:0|[0-9]{2}歳|[0-9]{2}\))|ほか|は昼夜|の(?:件|家|住所|電話|連絡先|部屋|アパート|通帳|鍵|兄|姉|弟|妹|母|父|妻|夫|息子|娘|長男|長女|次男|次女|祖母|祖父)|から(?!来|通|は)|に(?:電話|連絡|架電))/;

// 「大沼に金を返せと言われた」, 大沼は元の同僚: as a subject, in texts that tell of people.
const SUBJECT_BEFORE = /(?:^|[\n。「『])$/;
// 津川　3か月　喫茶店を離職: what begins a line and stands apart.
const STATE_AFTER = /^ (?:新規|継続|中止|中断|終了|終結|決定|延長|欠席|遅刻|早退|[0-9]+(?:か月|回))/;
// 琉生、中3なのに; さっき颯真来たよ.
const OF_SOMEBODY = /^(?:、[小中高][1-6]|、[0-9]{1,2}歳|来た(?:よ|。|!|$)|まだ来)/;
// 颯太また休んでる, 黒川より着信, ゆうた→学校行けた: what begins a line and is told of.
const TOLD_AFTER =
  /^(?:また|まだ|もう(?!一)|より(?:着信|電話|連絡|入電)|→|来(?:た|ました)(?![\u3400-\u9fff]))/;
const KANA_TOLD = /(?<![ぁ-ゖァ-ヺー])(?<value>[ぁ-ゖー]{2,4}|[ァ-ヺー]{2,5})→/g;
// 長谷部不在: a family name and what happens to somebody.
const HAPPENS =
  /^(?<name>[\u3400-\u9fff々]{2,4}?)(?:不在|来所|来室|来電|入電|欠席|遅刻|早退|面談|訪問|同行|入院|退院|退所|転居|退去|逮捕|死亡|失踪|留守|受診)(?:時|中|済|予定)?$/;
// 「北川です、お金を…」と言う電話
const INTRODUCES =
  /(?<=[「『])(?<value>[\u3400-\u9fff々]{2,4})(?=です(?:[、。」』]|が|けど)|と(?:申し|言い|いい)ます)/g;
const SUBJECT_AFTER = /^(?:[はがを]|に(?!は))/;

// | 井手 | 8/2 …: the first cell of a row.
const FIRST_CELL = /(?<=^\||\n\|) ?(?<value>[\u3400-\u9fff々]{2,4}|[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,4})(?= ?\|)/g;
// 真人の妹さんから電話, 母「拓海が帰らない」: a given name whose relatives are told of, or that somebody says.
const OF_RELATIVE =
  /(?<![\u3400-\u9fff々ぁ-ゖァ-ヺー])(?<value>[\u3400-\u9fff々]{2,3}|[ぁ-ゖ]{3,4}|[ァ-ヺー]{2,5})(?=の(?:お?(?:妹|弟|兄|姉|母|父|ばあ|じい|かあ|とう|にい|ねえ)(?:さん|ちゃん)|奥さん|旦那さん|息子さん|娘さん))/g;
// モモカのお母さん: no list has it, but few other words end so.
const ENDS_LIKE_NAME = /^[ァ-ヺ]{1,3}[カナミキリコエホヤ]$|^[ぁ-ゖ]{2,3}(?:た|すけ|ろう)$/;
const SAID = /(?<=[「『])(?<value>[\u3400-\u9fff々]{2,3})(?=が|は(?!じ)|も|って)/g;
// 渡辺 翔, 今井 さやか, 三ツ橋 誠
const SPACED =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<family>[\u3400-\u9fff々ヶ]{1,4}|[\u3400-\u9fff][ツケヶノ][\u3400-\u9fff]{1,2}) (?<given>[\u3400-\u9fff々]{1,3}?(?=様|[氏殿]?(?![\u3400-\u9fff々]))|[ぁ-ゖ]{2,6}(?![ぁ-ゖ]))/g;
// 大翔（9歳）, ゆな（小学2年）: a word with an age in brackets is somebody.
const AGED =
  /(?<![\u3400-\u9fff々ァ-ヺーA-Za-z])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8})(?= ?\((?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:歳|才|か月[)、])|\((?:小学|中学|高校)[1-6一-六]年?[)、]|(?<=\(\k<value>)、 ?[0-9]{1,2}(?:歳|才))/g;
const NATION = /^(?:中国|韓国|台湾|米国|英国|北朝鮮|日本|外国)$/;
const NO_NAME =
  /(?:業|職|給|居|中|性|宅|婚|亡|帯|護|害|籍|市|町|村|区|当時|現在|上限|下限|対象|平均)$|^(?:計|約|満|例|注|他|パート|アルバイト|リーダー|メンバー)/;

// 早坂みのり: a family name in kanji with a given name in kana, and nothing else around them.
const MIXED =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<family>[\u3400-\u9fff々]{1,3})(?<given>[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})(?=[」』）)、。,|(\n ]|さん|様|$)/g;
// 沼田（弟）: what somebody is to whom, in brackets.
const KIN_IN_BRACKETS =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8}|(?<![ぁ-ゖ])[ぁ-ゖ]{2,4})(?= ?\((?:義|実)?(?:弟|兄|姉|妹|母|父|夫|妻|元夫|元妻|祖母|祖父|叔父|叔母|伯父|伯母|甥|姪|長男|長女|次男|次女|三男|三女|息子|娘|孫|友人|知人|大家|家主|元同僚|内縁)(?:[、)]|[^()]{1,10}\)))/g;
// ロサ・メンデス: a chain of words with a name among them, in any kind of text.
const NAME_CHAIN = /(?<![ァ-ヺー・=])[ァ-ヺー]{1,12}(?:[・=][ァ-ヺー]{1,12}){1,4}(?![ァ-ヺー・=])/g;

// こうたが帰らない: a given name in kana that is no other word, as the subject of a sentence or of what somebody says.
const KANA_SUBJECT =
  /(?<=^|[\n。!?「、] ?|え、)(?<value>[ぁ-ゖ]{3,6}|[ァ-ヺー]{2,6})(?=(?:[がはも](?![ぁ-ゖ]{1,2}[、。])|また|まだ|って))/g;

const OF_COUNTRY = new RegExp(`^ ?\\((?:${COUNTRIES}|男|女|[0-9])`);

// 弘人と書く: who tells how a name is written gives the name.
const SPELLED =
  /(?<![0-9\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,5}|[ァ-ヺー]{2,8})」?(?=と(?:書く|書き|書いて|読む|読み|読んで|名乗|申し|呼ばれ|呼んで))/g;
// くまと名乗る: whatever somebody calls themselves.
const SELF_NAMED = /(?<=[はも、。「\n]|^)(?<value>[ぁ-ゖー]{2,5}|[ァ-ヺー]{2,8})」?(?=と(?:しか|だけ)?名乗)/g;
// もっちから電話: whoever rings is somebody, though no list has the nickname.
const CALLER =
  /(?<=^|[\n。!?、「 ])(?<value>[ぁ-ゖー]{2,5})(?=の件|と連絡|から(?:また|さっき|今|さきほど|昨夜|今朝|昼に)?(?:電話|着信|連絡|LINE|ライン|メール|入電|折り?返))/g;

const isNewGivenName = (run: string) =>
  run.length > 1 && (givenNames.has(run) || isBuiltGivenName(run)) && !isRole(run);

/** Names that nothing announces: full names in kanji, kana and romaji, and a family name that begins a line. */
export function byShape(text: string): PersonMention[] {
  const found: PersonMention[] = [];
  const aboutClient = speaksOfClient(text);
  const add = (start: number, end: number) => {
    found.push({ start, end, shownEnd: end, weight: 1 });
  };
  for (const { start, text: run } of matchAll(text, KANJI_RUN)) {
    const length = fullNameLength(run);
    if (length > 0) add(start, start + length);
    else {
      const told = toldLength(text, start, run, aboutClient);
      if (told > 0) add(start, start + told);
    }
  }
  for (const { start, end, groups } of matchAll(text, SPACED)) {
    const { family = '', given = '' } = groups;
    const known =
      surnames.has(family) ||
      /[ツケヶノ]/.test(family) ||
      (isSurname(family) && (text[start - 1] === '(' || /^(?:様|さん|氏|\()/.test(text.slice(end, end + 2))));
    if (
      known &&
      (isGivenName(given) || readsAsGivenName(given) || (aboutClient && isBuiltLikeGivenName(given)))
    )
      add(start, end);
  }
  for (const { start, end, text: name } of matchAll(text, AGED)) {
    // （ベトナム、24歳）: in the same brackets as the age may stand where somebody comes from.
    const beside =
      text[end] === '、' && /^[ァ-ヺー]/.test(name) && !readsAsGivenName(name) && !isForeignName(name);
    // 定期（1か月）: what lasts for months is no baby unless it has a name.
    const lasts =
      /^ ?\([0-9]{1,2} ?か月/.test(text.slice(end, end + 8)) && !isGivenName(name) && !readsAsGivenName(name);
    if (
      !isRole(name) &&
      !NO_NAME.test(name) &&
      !lasts &&
      !beside &&
      !GAZETTEER.has(name) &&
      !NATION.test(name)
    )
      add(start, end);
  }
  for (const { start, end, groups } of matchAll(text, MIXED)) {
    const { family = '', given = '' } = groups;
    const known = surnames.has(family) && (!GAZETTEER.has(family) || given.length > 2);
    if (known && readsAsGivenName(given)) add(start, end);
  }
  for (const { start, end, groups } of matchAll(text, BEFORE_KANA)) {
    const { family = '', given = '' } = groups;
    if (readsAsGivenName(given) && !isRole(family) && !isRole(given) && !GAZETTEER.has(family))
      add(start, end);
  }
  for (const { start, end, text: name } of matchAll(text, FIRST_CELL)) {
    const known = /^[\u3400-\u9fff]/.test(name)
      ? surnames.has(name) && !GAZETTEER.has(name)
      : isForeignName(name) || (readsAsGivenName(name) && !KANA_NOUNS.has(name));
    if (known && aboutClient && !isRole(name)) add(start, end);
  }
  for (const { start, end, text: name } of [...matchAll(text, OF_RELATIVE), ...matchAll(text, SAID)]) {
    const known = /^[\u3400-\u9fff]/.test(name)
      ? givenNames.has(name) || isBuiltGivenName(name)
      : (readsAsGivenName(name) && !KANA_NOUNS.has(name)) || ENDS_LIKE_NAME.test(name);
    if (known && aboutClient && !isRole(name)) add(start, end);
  }
  for (const { start, end, text: name } of matchAll(text, INTRODUCES))
    if (isSurname(name) && !isRole(name)) add(start, end);
  for (const { start, end, text: name } of text.includes('→') ? matchAll(text, KANA_TOLD) : [])
    if (readsAsGivenName(name)) add(start, end);
  for (const { start, end, text: name } of matchAll(text, KIN_IN_BRACKETS))
    if (!isRole(name) && !NO_NAME.test(name)) add(start, end);
  for (const { start, end, text: chain } of matchAll(text, NAME_CHAIN)) {
    const parts = chain.split(/[・=]/);
    const known = parts.filter(isForeignName);
    const isName =
      known.length * 2 >= parts.length ||
      known.some((part) => part.length > 2) ||
      OF_COUNTRY.test(text.slice(end, end + 12));
    if (isName && !parts.some((part) => isRole(part) && !isForeignName(part))) add(start, end);
  }
  for (const { start, end, text: name } of matchAll(text, KANA_SUBJECT))
    if ((readsAsGivenName(name) && !KANA_NOUNS.has(name)) || (name.length > 3 && readsAsSurname(name)))
      add(start, end);
  for (const { start, end, text: name } of matchAll(text, SPELLED)) {
    const known = surnames.has(name) || isGivenName(name) || readsAsGivenName(name) || isForeignName(name);
    if (known && !isRole(name)) add(start, end);
  }
  for (const { start, end, text: name } of [...matchAll(text, CALLER), ...matchAll(text, SELF_NAMED)])
    if (!isRole(name)) add(start, end);
  for (const { start, end, text: pair } of matchAll(text, KANA_PAIR)) {
    const [first = '', second = ''] = pair.split(' ');
    if (readsAsSurname(first) && readsAsGivenName(second)) add(start, end);
  }
  for (const { start, end } of romajiNames(text)) add(start, end);
  return found;
}

// Words that divide into a family name and a given name by accident.
export const NOT_FULL =
  /^(?:.*(?:市|町|村|区|県|道|府|駅|線|川|山|岳|島|港|寺|社|院|校|大学|高校|会|局|課|部|室|所|課|庁|省|年|月|日|号|条|級|型|式|線|院)$)/;

/** Length of the name that a run of kanji begins with, as what stands around it tells; 0 without one. */
function toldLength(text: string, start: number, run: string, aboutClient: boolean): number {
  const end = start + run.length;
  const left = text.slice(Math.max(0, start - 2), start);
  const right = text.slice(end, end + 6);
  const first = left === '' || left.endsWith('\n');
  if (run.length === 1)
    return first && STATE_AFTER.test(right) && isSurname(run) && !/[月火水木金土日]/.test(run) ? 1 : 0;
  const told = first && TOLD_AFTER.test(right);
  if (surnames.has(run) && !GAZETTEER.has(run)) {
    const alone = ALONE_BEFORE.test(left) && ALONE_AFTER.test(right);
    const subject =
      aboutClient &&
      ((SUBJECT_BEFORE.test(left) && SUBJECT_AFTER.test(right)) || (first && /^ \S/.test(right)));
    const quoted = /[「『]$/.test(left) && /^[」』]/.test(right);
    return alone || subject || quoted || told || (first && STATE_AFTER.test(right)) ? run.length : 0;
  }
  if ((told || OF_SOMEBODY.test(right)) && isNewGivenName(run)) return run.length;
  const name = (run.length < 4 ? undefined : HAPPENS.exec(run)?.groups?.name) ?? '';
  return surnames.has(name) && !GAZETTEER.has(name) ? name.length : 0;
}

/** Length of the full name that a run of kanji begins with and that nothing but a role may follow; 0 without one. */
function fullNameLength(run: string): number {
  if (run.length < 3) return 0;
  for (let length = Math.min(6, run.length); length >= 3; length--) {
    const rest = run.slice(length);
    if (rest !== '' && !AFTER_NAME.test(rest)) continue;
    const word = run.slice(0, length);
    if (NOT_FULL.test(word) || isRole(word)) continue;
    for (let cut = 3; cut > 0; cut--) {
      const family = word.slice(0, cut);
      const given = word.slice(cut);
      if (given.length === 0 || given.length > 3) continue;
      if (cut === 1 && given.length === 1) continue;
      if (
        isSurname(family) &&
        (givenNames.has(given) || isBuiltGivenName(given)) &&
        (surnames.has(family) || given.length > 1) &&
        !(given.length === 1 && cut < 2)
      )
        return length;
    }
  }
  return 0;
}

export const AFTER_NAME =
  /^(?:監督|選手|投手|教授|医師|社長|会長|議員|知事|首相|大統領|夫人|夫妻|容疑者|被告|役|主演|監修|作|著|画|編|訳|書|筆|作曲|作詞|脚本|演出|牧師|先生|博士|氏|様|親子|兄弟|姉妹|家|死後|以来|自身|本人|等|他|率|擁|名義|宛|秘書官|総裁|大臣|総理|将軍|親王|内親王|王子|王女|王|皇太子|天皇|皇后)/;

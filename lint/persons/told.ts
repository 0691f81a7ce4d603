import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { allWithin } from '../text/sorted.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, KANA_NOUNS, readsAsGivenName, readsAsSurname, surnames } from './lexicon.ts';
import { isRole, RELATIVE } from './roles.ts';
import { isOneName } from './romaji.ts';
import type { Word } from './tagger/features.ts';

interface Span {
  start: number;
  end: number;
}

const ALONE = '(?<![\\u3400-\\u9fff々ァ-ヺーA-Za-z])';
const ANY = '[\\u3400-\\u9fff々]{1,4}|[ァ-ヺー]{2,8}|(?<![ぁ-ゖ])[ぁ-ゖ]{2,5}';
// 柊（中1）, りく（年長、…）: in which class.
const IN_CLASS = new RegExp(
  `${ALONE}(?<value>${ANY})(?=\\((?:[小中高][1-6]|年[長中少]|[0-9]{1,2}か月)[)、])`,
  'g',
);
// 辻（47）、…: how old, and not how many of a list.
const IN_YEARS =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4})(?=\([1-9][0-9]\)(?:、(?![^()、。\n]{1,8}\()|[はがのにを]))/g;
// 娘（高2、りんか）, 長男（りく、5歳）: in the brackets behind a relative.
const IN_KIN_BRACKETS = new RegExp(
  `(?<=(?<![\\u3400-\\u9fff])${RELATIVE}\\((?:[^()\\n]{1,6}[、・ ])?)(?<value>[\\u3400-\\u9fff々]{1,3}|[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,6})(?=[、・ ][小中高]?[0-9]{1,2}[年歳]?[)、・]|[、・ ](?:小学|中学|高校|年[長中少])|(?<=[小中高年][1-6長中少][、・ ](?:[\\u3400-\\u9fff々]{1,3}|[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,6}))\\))`,
  'g',
);
// みなとのお母さん
const OF_MOTHER =
  /(?<=^|[\n。、「!?])(?<value>[ぁ-ゖ]{2,4})(?=のお(?:母|父|兄|姉|かあ|とう|にい|ねえ|ばあ|じい)(?:さん|ちゃん))/g;
// つむぎ「学校いきたくない」って
const SAYS =
  /(?<=^|\n|[。!?] )(?<value>[ぁ-ゖ]{2,5}|[\u3400-\u9fff々]{1,3}|[ァ-ヺー]{2,6})(?=「[^「」\n]{2,40}」(?:って|と(?:言|の|いう|メール|LINE|送|話)))/g;
// 岡（継続）、原（終結）
const WITH_STATE =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8})(?=\((?:継続|新規|終結|終了|中断|再開|再相談|初回|保留|欠席)\))/g;
// 「また来たい」（ゆい・小4）
const VOICE =
  /(?<=[」』]\()(?<value>[ぁ-ゖ]{2,4}|[\u3400-\u9fff々]{1,3}|[ァ-ヺー]{2,6})(?=[・、 ](?:[小中高][1-6]|年[長中少]|[0-9]{1,2}(?:歳|\))))/g;
// ネパール人のサンデスが, 同室の加賀谷に
const OF_WHERE =
  /(?<=[ァ-ヺー]人の)(?!コミュニティ|グループ|サークル|スタッフ|ルール|ビザ|パスポート|トラブル|ケース|ニーズ|クラス|スクール|チーム|シェア|マナー|イメージ|ネットワーク)(?<value>[ァ-ヺー]{2,8})(?=[がをにはと](?![ぁ-ゖ]{3}))|(?<=(?:同室|同部屋|相部屋|隣のベッド|元上司|知り合い|知りあい|幼なじみ|幼馴染み?|飲み仲間|バイト仲間)の)(?<value2>[\u3400-\u9fff々]{2,4}|[ァ-ヺー]{2,8})(?=[がをにはともへ]|から)/g;
// 大門んち, 泉の家寄ります
const HOME = new RegExp(
  `${ALONE}(?<value>[\\u3400-\\u9fff々]{1,3}|[ァ-ヺー]{2,6}|(?<![ぁ-ゖ])[ぁ-ゖ]{2,4})(?=んち(?!ゃ)|ん家|の家(?:に|へ)?(?:また)?(?:寄[りるっ]|(?<=[^\\s][^\\s]の家[にへ]?)(?:行[きっ]|訪[ねれ])))`,
  'g',
);
// うちの奈良は…を辞めて, 隣の宮が持ってます
const OURS =
  /(?<=(?<![\u3400-\u9fff])(?<near>うち|お?隣|隣室|隣の部屋|向かい|上の階|下の階|担当)の)(?<value>[\u3400-\u9fff々]{1,3}|[ァ-ヺー]{2,6})(?=(?:[はがもにと]|から[はも]?)[^。\n「」]{0,18}(?:持って|持ち|言[いっ]|話し|来[たてま]|行[っき]|辞め|待[たちっ]|見て|預か|怒[っりら]|呼[びん]|帰[っりら]|聞[いき]|教え|電話|連絡|苦情|騒音|もらっ|借り|貸し|頼[んみ]|叩[いか]))/g;
// 梅 という独り暮らしの方
const SOMEBODY_CALLED =
  /(?<=^|[\n、。でにはがも「] ?)(?<value>[\u3400-\u9fff々]{1,3})(?=[」 ]? ?という[^、。\n]{0,8}(?:方(?![法向針])|女性|男性|利用者|相談者|おじ(?:い)?さん|おば(?:あ)?さん))/g;
// おばたという方, はるって呼んでほしい
const KANA_CALLED =
  /(?<=^|[\n。、「!? ])(?<value>[ぁ-ゖ]{2,5}|[ァ-ヺー]{2,8})(?=」?(?:という(?:方(?![法向針])|女性|男性|女の子|男の子|人から)|(?:って|と)呼んで(?:ほしい|欲しい|くれ|下さい|ください)))/g;
// 梶です…って電話
const ON_THE_PHONE =
  /(?<=^|[\n。「])(?<value>[\u3400-\u9fff々]{1,3}|[ァ-ヺー]{2,6})(?=です(?:…|\.{2,3}|、)?って(?:電話|言|い[っう]|LINE|メール))/g;
// のぞみ今日もつばさに通所できた
const TODAY =
  /(?<=^|\n)(?<value>[ぁ-ゖ]{2,4}|[\u3400-\u9fff々]{1,3}|[ァ-ヺー]{2,6})(?=、?(?:今日|きょう|昨日|きのう|今朝|昨夜|ゆうべ|さっき|先ほど|また)[もはの、]?[^。\n]{0,20}(?:通所|通え|来[たてまずれ]|休[んみ]|行[きっけ]|出勤|登校|欠席|遅刻|泊ま|帰[っり]|電話|入院|退院|受診|面接|履歴書|頑張|がんば))/g;
// 梢もあゆみも
const BOTH = new RegExp(
  `${ALONE}(?<one>${ANY})も(?<two>[\\u3400-\\u9fff々]{1,3}|[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,4})も(?![\\u3400-\\u9fff]?[しう])`,
  'g',
);
// フォルダ名が KUMAGAI, 添付の名前も「tomabechi_r」.pdf
const FILE_NAME =
  /(?<=(?:フォルダ|ファイル|アカウント|登録|送信者|表示|添付)の?名(?:前|称)?[はがも:]? ?[「『]?)(?<value>[A-Z]{4,12}|[A-Z][a-z]{3,11}|[a-z]{4,12})(?<rest>_[a-z]{1,10})?(?=[」』.、。\s]|$)/g;
// きみこ婆ちゃん, アミン家、…
const OLD_ONE =
  /(?<![\u3400-\u9fff々ァ-ヺーぁ-ゖ])(?<value>[\u3400-\u9fff々]{2,3}|[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,4})(?=[婆爺](?:ちゃん|さん|さま)|お(?:じ|ば)ちゃん)|(?<![ァ-ヺー])(?<value2>[ァ-ヺー]{2,8})(?=家(?:[、はもへ]|に(?:訪|行|電)|の(?:家計|灯油|子)))/g;
// ＹＵＫＩさん, ken君: a name and no letters that stand for one.
const IN_LETTERS = /(?<![A-Za-z])(?:[A-Z]{3,4}|[a-z]{3,4})(?=さん|くん|ちゃん|君)/g;
// 小鳥遊：「たかなし」と読む
const AS_READ =
  /(?<![\u3400-\u9fff々])(?<written>[\u3400-\u9fff々]{1,4})(?:さん|様|氏)?[:はも、]? ?[「『](?<reading>[ぁ-ゖ]{2,8}|[ァ-ヺー]{2,8})(?=[」』]と(?:読|よ[むみん]))/g;
// フローレス・マリビック WhatsApp, 34歳: two words and how to reach them, or how old.
const REACHED =
  /(?<![ァ-ヺー・])[ァ-ヺー]{2,10}(?:・[ァ-ヺー]{2,10}){1,3}(?=[」』]?[ (、:]{0,3}(?:WhatsApp|LINE(?![A-Za-z])|(?:電話|携帯|TEL)[: ]?[0-9(+]|\+[0-9]|0[0-9]{1,3}[-( ]|[0-9]{2}歳(?!以|未|から|まで|代)|[男女](?:性|[ 、,)])))/g;
// 泉が面談すっぽかしました: a family name of one character, and what only clients do.
const OF_ONE =
  /(?<=^|[\n。!?」] ?)(?<value>[\u3400-\u9fff])(?=[がもは](?:また|きょう|今日|昨日|さっき|今朝|先週|自分から)?、?(?:面談|電話|LINE|ライン|履歴書|受診|通院|お酒|バイト|パチンコ|家賃|薬)(?:を|に(?:来|行|出)|すっ|サボ|さぼ|休|来|し|飲|忘|「))/g;
const SEASON =
  /^(?:となり|むかい|うち|よそ|いつも|ふたり|まわり)$|^[春夏秋冬朝昼夜晩今昔男女彼表図注式例計他項欄]$/;

const isKnown = (name: string): boolean =>
  /^[ァ-ヺー]+$/.test(name)
    ? isForeignName(name) || readsAsGivenName(name)
    : /^[ぁ-ゖ]+$/.test(name)
      ? readsAsGivenName(name)
      : isSurname(name) || isGivenName(name);

const may = ({ text: name }: { text: string }): boolean =>
  isKnown(name) && !isRole(name) && !SEASON.test(name) && !GAZETTEER.has(name);

/** A search that begins only where the text has what every match has: most texts have none of it. */
const found = (text: string, sign: RegExp, pattern: RegExp) =>
  sign.test(text) ? matchAll(text, pattern) : [];
const CLASS_SIGN = /\((?:[小中高][1-6]|年[長中少]|[0-9]{1,2}か月)[)、]/;
const KIN_SIGN = /[、・ (](?:[小中高][1-6]|[0-9]{1,2}歳?|小学|中学|高校|年[長中少])[、・ )]/;

/** Names that a class, a home, a day or a neighbour's door tells, as members write them on a phone. */
export function told(text: string, words: readonly Word[]): Span[] {
  const isNoun = ({ start, end }: Span) =>
    allWithin(words, start, end).every(({ known, pos }) => known && !pos.includes('固有名詞'));
  const plain = [
    ...found(text, /\([1-9][0-9]\)/, IN_YEARS),
    ...found(text, /んち|ん家|の家/, HOME),
    ...found(text, /のお[母父兄姉かとにねばじ]/, OF_MOTHER),
    ...found(text, /「/, SAYS),
    ...found(text, /\((?:継|新|終|中断|再|初|保留|欠)/, WITH_STATE),
    ...found(text, /[」』]\(/, VOICE),
    ...matchAll(text, OF_ONE),
  ].filter(may);
  const bracketed = found(text, KIN_SIGN, IN_KIN_BRACKETS).filter(
    (span) =>
      may(span) || (/^[ぁ-ゖァ-ヺー]+$/.test(span.text) && !isRole(span.text) && !STATE.test(span.text)),
  );
  const pupils = found(text, CLASS_SIGN, IN_CLASS).filter(
    (span) => may(span) || (/^[\u3400-\u9fff]$/.test(span.text) && !SUBJECT.test(span.text)),
  );
  const others = found(text, /人の[ァ-ヺ]|[室屋ド司合馴みい間]の/, OF_WHERE).filter(
    ({ start, text: name }) =>
      !isRole(name) && !GAZETTEER.has(name) && (text[start - 2] === '人' || isKnown(name)),
  );
  const ours = found(text, /(?:うち|隣|隣室|部屋|向かい|階|担当)の/, OURS).filter(
    ({ text: name, groups }) =>
      isKnown(name) &&
      !isRole(name) &&
      !THINGS.test(name) &&
      (groups.near === 'うち' || !GAZETTEER.has(name)) &&
      (surnames.has(name) || name.length === 1 || groups.near === 'うち'),
  );
  const called = found(text, /という/, SOMEBODY_CALLED).filter(
    (span) => may(span) && (span.text.length === 1 || !isNoun(span)),
  );
  const kana = found(text, /という|呼んで/, KANA_CALLED).filter(
    ({ text: name }) =>
      !isRole(name) &&
      (readsAsGivenName(name) || readsAsSurname(name) || isForeignName(name)) &&
      !ALSO_ADVERB.test(name),
  );
  const old = found(text, /[婆爺]|お[じば]ちゃん|[ァ-ヺー]家/, OLD_ONE).filter(may);
  const letters = matchAll(text, IN_LETTERS).filter(({ text: name }) => isOneName(name));
  const phoned = found(text, /です.{0,3}って/, ON_THE_PHONE).filter(may);
  const today = matchAll(text, TODAY).filter(
    (span) =>
      may(span) && (/^[ぁ-ゖ]/.test(span.text) || span.text.length > 1) && !ALSO_ADVERB.test(span.text),
  );
  const both = found(text, /も[^、。\n]{1,6}も/, BOTH).flatMap(
    ({ start, groups: { one = '', two = '' } }) => {
      if (![one, two].every((name) => may({ text: name })) || ![one, two].some(isSurelyName)) return [];
      const next = start + one.length + 1;
      return [
        { start, end: start + one.length },
        { start: next, end: next + two.length },
      ];
    },
  );
  const files = found(text, /名[^\n]{0,6}[A-Za-z]{4}/, FILE_NAME)
    .filter(({ text: name }) => isOneName(name))
    .map(({ start, end, groups }) => ({ start, end: end + (groups.rest?.length ?? 0) }));
  const read = found(text, /[」』]と[読よ]/, AS_READ).flatMap(
    ({ end, groups: { written = '', reading = '' } }) =>
      isRole(written) || !(isSurname(written) || isGivenName(written) || readsAsSurname(reading))
        ? []
        : [{ start: end - reading.length, end }],
  );
  const reached = found(text, /[ァ-ヺー]・[ァ-ヺ]/, REACHED).filter(
    ({ text: chain }) => !chain.split('・').some(isRole),
  );
  return [
    ...plain,
    ...bracketed,
    ...pupils,
    ...others,
    ...ours,
    ...called,
    ...kana,
    ...old,
    ...letters,
    ...phoned,
    ...today,
    ...both,
    ...files,
    ...read,
    ...reached,
  ].map(({ start, end }) => ({ start, end }));
}

// Of a child, of a class.
const SUBJECT = /^[兄弟姉妹子男女英国算数理社体音図美技家道生組級童孫甥姪娘]$/;
// How a relative is.
const STATE =
  /^(?:うつ|てんかん|がん|ほか|など|ろう|なし|あり|ひとり|べつ|いま|むしょく|ニート|フリーター|パート|バイト|アルバイト|アルコール|ギャンブル)$/;
// Names that no other word is.
const isSurelyName = (name: string): boolean =>
  /^[ぁ-ゖ]+$/.test(name)
    ? name.length > 2 && readsAsGivenName(name) && !KANA_NOUNS.has(name)
    : /^[ァ-ヺー]+$/.test(name)
      ? isForeignName(name)
      : name.length > 1 && surnames.has(name);
// What next door has, and what is ours.
const THINGS =
  /^(?:[家町村市区県国犬猫店席人机棚車庭部課係室社子親妻夫姉兄弟妹父母孫娘]|事務|会社|職場|学校|地区|法人|施設|団体|地域|空家|空地|部屋|奥|旦那)$/;
const ALSO_ADVERB = /^(?:さき|のち|あさ|よる|ひる|はる|なつ|あき|ふゆ|いま|そう|まあ|やや|ただ)$/;

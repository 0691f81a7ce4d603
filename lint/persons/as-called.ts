import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { isRole } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

// 隣の古屋ばあさん, 向平牧場主, 佐々木のおじさん: what one calls somebody one knows by name.
const CALLED =
  '(?:ばあさん|じいさん|ばあば|じいじ|ばっちゃん|じっちゃん|おっちゃん|おばちゃん|おじちゃん|(?:の)?おばさん|(?:の)?おじさん|兄さん|姉さん|兄ちゃん|姉ちゃん|あんちゃん|牧場主|農場主|農園主|園主|船主|網元|親方|棟梁|女将|番頭|住職|牧師|神父|駐在|巡査|組合長|船長|所長|班長)';
const ELDER = new RegExp(
  `(?<![\\u3400-\\u9fff々ァ-ヺー])(?<value>[\\u3400-\\u9fff々]{2,3}|[ァ-ヺー]{2,5}|(?<![ぁ-ゖ])[ぁ-ゖ]{2,4}|(?<![ぁ-ゖ])[ぁ-ゖ]{1,3}子)(?=${CALLED}|ばあちゃん)`,
  'g',
);
// 父正、長女舞、三女歩の: kin, one after another, each with a name of one or two characters.
const ROW_OF_KIN =
  /(?:(?:^|[、・(「 はとも])(?:父|母|夫|妻|兄|姉|弟|妹|祖父|祖母|長男|次男|三男|四男|長女|次女|三女|四女|二男|二女|息子|娘)[\u3400-\u9fff々ぁ-ゖ]{1,3}(?=[、・との(])){2,6}/g;
const ONE_OF_KIN =
  /(?<=(?:^|[、・(「 はとも])(?:父|母|夫|妻|兄|姉|弟|妹|祖父|祖母|長男|次男|三男|四男|長女|次女|三女|四女|二男|二女|息子|娘))[\u3400-\u9fff々ぁ-ゖ]{1,3}$/;
// 末っ子の海は6年4組で, 弟のわたるが: a child and in which class; kana that is a verb as well.
const CHILD_IN_CLASS =
  /(?<=(?:末っ子|長男|次男|三男|長女|次女|三女|息子|娘|弟|妹|孫|下の子|上の子)の)(?<value>[\u3400-\u9fff]{1,2}|[ぁ-ゖ]{2,4})(?=は(?:[小中高]?[1-6]年|[小中高][1-6]|[0-9]{1,2}歳|年[長中少]))/g;
const KIN_KANA =
  /(?<=(?<![\u3400-\u9fff])(?:息子|娘|弟|妹|兄|姉|孫|長男|次男|三男|長女|次女|三女|夫|妻|甥|姪)の)(?<value>わたる|のぼる|まもる|すすむ|つとむ|おさむ|まなぶ|かなえ|しげる|みのる|ひろし|さとる|いさむ|たもつ|あゆむ|めぐむ|はじめ|かおる|しのぶ|めぐみ|つばさ|あかり|さくら|すみれ|もえ|りん|あおい|ひなた|そら|うみ|だいち|たいよう|みなと|なぎさ|かえで|あんず|ゆず|いちご|つむぎ|こはる)(?=[がはもとをに])/g;
// 3件目 根室宅: one of the homes of a round.
const ON_THE_ROUND =
  /(?<=(?:[0-9]件目|[①-⑨]|(?:^|\n)[・●])[ :、]{0,2})(?<value>[\u3400-\u9fff々]{1,3})(?=宅[ :、は])/g;
// 奥様方: with whom somebody lives.
const LIVES_WITH = /(?<=[ \n0-9号室])(?<value>[\u3400-\u9fff々]{1,3})(?=様方(?:[。、)\n ]|$))/g;
// 長男の公平）, 「公平には迷惑を…」: a given name that is a noun as well, where nothing else is said of it.
const KIN_ALONE =
  /(?<=(?:長男|次男|三男|長女|次女|三女|息子|娘|弟|妹|孫|甥|姪)の)(?<value>[\u3400-\u9fff々]{2,3})(?=[)、。]|が「|は「)/g;
// いろはちゃんとそうすけくん
const CHILDREN =
  /(?<![ぁ-ゖァ-ヺー\u3400-\u9fff々])(?<value>[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4}|[\u3400-\u9fff々]{1,3})(?=ちゃんと[ぁ-ゖァ-ヺー\u3400-\u9fff々]{1,4}?(?:くん|ちゃん|さん))/g;
// たっ子ばあちゃん（みんなそう呼んで…）
const SO_CALLED =
  /(?<=の|^|[、。「 \n])(?!の)(?<value>[ぁ-ゖ]{1,3}子|[ぁ-ゖァ-ヺー]{2,5}?)(?=(?:ばあちゃん|じいちゃん|おばちゃん|おじちゃん)?\((?:みんな|皆)[^()]{0,4}(?:そう)?呼)/g;
// カジタという船頭: whoever is called so, by what they do.
const CALLED_SO =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8})(?=」?(?:という|っていう|と名乗る|とかいう)[^、。\n]{0,2}(?:船頭|漁師|大工|社長|店長|上司|同僚|先輩|後輩|隣人|大家|男|女|老人|若者|客|業者の人|運転手|職人|親方|知り合い|友だち|友達|友人|知人|仲間|息子|娘|子(?:が|は|と|に|の|を)))/g;
// まりんから「引っ越し代の…」: whoever writes, at the beginning of a line.
const WRITES = /(?<=^|[\n。!?] ?)(?<value>[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,6}|[\u3400-\u9fff々]{1,3})(?=から「)/g;
// 神さんは: a family name of the north, and no god.
const NOT_A_GOD =
  /(?<=^|[\n、。 」の])神(?=さん(?:[はがもとに]|の(?!使)|、))(?<!(?:山|貧乏|福|氏|水|田|家|海)の神)/g;
// よっしー: an ending that only nicknames have.
const NICKNAME = /(?<![ぁ-ゖーァ-ヺ])[ぁ-ゖ][ぁ-ゖー]{0,2}っしー(?![ぁ-ゖ])/g;
// 旅券の表記は SUGIARTO BUDI
const AS_SPELLED =
  /(?<=(?:旅券|パスポート|在留カード|カード|通帳|免許証?)(?:の)?(?:表記|つづり|綴り|スペル|ローマ字)(?:は|が|:|「| ){1,3})[A-Z]{2,15}(?: [A-Z]{2,15}){0,4}/g;
// 店のキャスト「煌」から, 先輩「ヒデ」に: somebody by what they are, and the name in quotation marks.
const QUOTED =
  /(?<=(?:キャスト|ホスト|ホステス|嬢|店員|先輩|後輩|同僚|上司|友人|知人|仲間|友だち|友達|彼氏|彼女|恋人|交際相手|相棒|親分|売人|リーダー|指示役|勧誘者|源氏名は?|本名は?|偽名は?|通称は?|呼び名は?|あだ名は?)「)(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8}|[ぁ-ゖ]{2,5})(?=」(?:から|が|に|を|は|も|へ|の|、|です|だ|という|と(?:名乗|呼|会|連絡|同居|暮ら)))/g;
// とわ、って読むんですね, さん（たかなしって読むやつ）: how a name is read.
const READ_SO =
  /(?<=^|[\n。、「『( ])(?<value>[ぁ-ゖ]{2,8})(?=[」』]?、?(?:って|と)読(?:む(?:ん|の|や|そ|らし|か|方|ら|$|[。、)])|み(?:ます|、)|ませ))/g;
// 「トラ」と呼ばないと返事をしない
const CALLED_BACK =
  /(?<=[「『])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,5})(?=[」』](?:と|って)呼(?:ば(?:ないと|れないと|れると|れたい|れて(?:い|返|振)|れる(?:子|人|方|男|女))|んで(?:ほしい|欲しい|くれ|ください|もら|やって)|ぶと(?:返|振|怒|喜|笑)))/g;
// そのことはオオバとだけ呼ぶ
const ONLY_CALLED = /(?<=[はを])(?<value>[ァ-ヺー]{2,6})(?=とだけ(?:呼|名乗|言))/g;
// 「サワダ 3000円」: on an envelope.
const ON_AN_ENVELOPE = /(?<=[「『])(?<value>[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,5})(?= ?[0-9,]{2,7}円)/g;
// 「みよこ 098…」: in a notebook.
const WITH_NUMBER = /(?<=[「『\n])(?<value>[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,5})(?= {0,2}0[0-9]{1,3}[-…( )0-9])/g;

const isKnown = (name: string): boolean =>
  /^[ァ-ヺー]+$/.test(name)
    ? isForeignName(name) || readsAsGivenName(name) || readsAsSurname(name)
    : /^[ぁ-ゖ]+$/.test(name)
      ? readsAsGivenName(name) || readsAsSurname(name)
      : isSurname(name) || isGivenName(name);
// 若い牧場主, 近所のおばさん, 隣町の所長
const NOBODY =
  /^(?:一人|ひとり|うちの?|近所|隣|向かい|町内|地元|新任|前任|現場|工場|会社|若手|親戚|実家|本家|分家|隣町|近隣|担当|部落|村|町|どこか|その|この|あの|よそ|となり)$/;

/** Names by what somebody is called beside them, how they are read, or where they are written down. */
export function asCalled(text: string): Span[] {
  const elders = matchAll(text, ELDER).filter(
    ({ text: name }) => isKnown(name) && !isRole(name) && !NOBODY.test(name) && !GAZETTEER.has(name),
  );
  const quoted = matchAll(text, QUOTED).filter(({ text: name }) => isKnown(name) && !isRole(name));
  const back = [CALLED_BACK, ONLY_CALLED].flatMap((pattern) =>
    matchAll(text, pattern).filter(({ text: name }) => !isRole(name)),
  );
  const written = [ON_AN_ENVELOPE, WITH_NUMBER].flatMap((pattern) =>
    matchAll(text, pattern).filter(
      ({ text: name }) => (isKnown(name) || /[こえみよ]$/.test(name)) && !isRole(name),
    ),
  );
  const read = matchAll(text, READ_SO).filter(({ text: name }) => isKnown(name) && !isRole(name));
  const called = matchAll(text, CALLED_SO).filter(({ text: name }) => isKnown(name) && !isRole(name));
  const writes = matchAll(text, WRITES).filter(
    ({ text: name }) =>
      isKnown(name) && !isRole(name) && !NOBODY.test(name) && (name.length > 1 || isSurname(name)),
  );
  const row = matchAll(text, ROW_OF_KIN).flatMap(({ start: from, text: kin }) => {
    const found: Span[] = [];
    for (let at = 1; at <= kin.length; at += 1) {
      if (at < kin.length && !/[、・との(]/.test(kin[at] as string)) continue;
      const name = ONE_OF_KIN.exec(kin.slice(0, at))?.[0];
      if (name && isKnown(name) && !isRole(name))
        found.push({ start: from + at - name.length, end: from + at });
    }
    return found.length > 1 ? found : [];
  });
  const pupils = matchAll(text, CHILD_IN_CLASS).filter(
    ({ text: name }) => (isKnown(name) || /^[\u3400-\u9fff]$/.test(name)) && !isRole(name) && name !== '家',
  );
  const given = [KIN_ALONE, CHILDREN].flatMap((pattern) =>
    matchAll(text, pattern).filter(
      ({ text: name }) => (isGivenName(name) || readsAsGivenName(name)) && !isRole(name),
    ),
  );
  const round = matchAll(text, ON_THE_ROUND).filter(
    ({ text: name }) => isSurname(name) || GAZETTEER.has(name),
  );
  const lodgers = matchAll(text, LIVES_WITH).filter(({ text: name }) => isSurname(name) || name === '奥');
  const plain = [SO_CALLED, KIN_KANA, NOT_A_GOD, NICKNAME, AS_SPELLED].flatMap((pattern) =>
    matchAll(text, pattern),
  );
  return [
    ...round,
    ...given,
    ...lodgers,
    ...row,
    ...pupils,
    ...plain,
    ...called,
    ...writes,
    ...elders,
    ...quoted,
    ...back,
    ...written,
    ...read,
  ].map(({ start, end }) => ({ start, end }));
}

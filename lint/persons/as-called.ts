import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isListed, namesBy, type Signal, type Span } from './signals.ts';

// 隣の古屋ばあさん, 向平牧場主, 佐々木のおじさん: what one calls somebody one knows by name.
const CALLED =
  '(?:ばあさん|じいさん|ばあば|じいじ|ばっちゃん|じっちゃん|おっちゃん|おばちゃん|おじちゃん|(?:の)?おばさん|(?:の)?おじさん|兄さん|姉さん|兄ちゃん|姉ちゃん|あんちゃん|牧場主|農場主|農園主|園主|船主|網元|親方|棟梁|女将|番頭|住職|牧師|神父|駐在|巡査|組合長|船長|所長|班長)';
const ELDER = new RegExp(
  `(?<![\\u3400-\\u9fff々ァ-ヺー])(?<value>[\\u3400-\\u9fff々]{2,3}|[ァ-ヺー]{2,5}|(?<![ぁ-ゖ])[ぁ-ゖ]{2,4}|(?<![ぁ-ゖ])[ぁ-ゖ]{1,3}子)(?=${CALLED}|ばあちゃん)`,
  'g',
);
// たっ子ばあちゃん（みんなそう呼んで…）
const SO_CALLED =
  /(?<=の|^|[、。「 \n])(?!の)(?<value>[ぁ-ゖ]{1,3}子|[ぁ-ゖァ-ヺー]{2,5}?)(?=(?:ばあちゃん|じいちゃん|おばちゃん|おじちゃん)?\((?:みんな|皆)[^()]{0,4}(?:そう)?呼)/g;
// カジタという船頭: whoever is called so, by what they do.
const CALLED_SO =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8})(?=」?(?:という|っていう|と名乗る|とかいう)[^、。\n]{0,2}(?:船頭|漁師|大工|社長|店長|上司|同僚|先輩|後輩|隣人|大家|男|女|老人|若者|客|業者の人|運転手|職人|親方|知り合い|友だち|友達|友人|知人|仲間|息子|娘|子(?:が|は|と|に|の|を)))/g;
// 神さんは: a family name of the north, and no god.
const NOT_A_GOD =
  /(?<=^|[\n、。 」の])神(?=さん(?:[はがもとに]|の(?!使)|、))(?<!(?:山|貧乏|福|氏|水|田|家|海)の神)/g;
// よっしー: an ending that only nicknames have.
const NICKNAME = /(?<![ぁ-ゖーァ-ヺ])[ぁ-ゖ][ぁ-ゖー]{0,2}っしー(?![ぁ-ゖ])/g;
// 店のキャスト「煌」から, 先輩「ヒデ」に: somebody by what they are, and the name in quotation marks.
const QUOTED =
  /(?<=(?:キャスト|ホスト|ホステス|嬢|店員|先輩|後輩|同僚|上司|友人|知人|仲間|友だち|友達|彼氏|彼女|恋人|交際相手|相棒|親分|売人|リーダー|指示役|勧誘者|源氏名は?|本名は?|偽名は?|通称は?|呼び名は?|あだ名は?)「)(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8}|[ぁ-ゖ]{2,5})(?=」(?:から|が|に|を|は|も|へ|の|、|です|だ|という|と(?:名乗|呼|会|連絡|同居|暮ら)))/g;
// 「トラ」と呼ばないと返事をしない
const CALLED_BACK =
  /(?<=[「『])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,5})(?=[」』](?:と|って)呼(?:ば(?:ないと|れないと|れると|れたい|れて(?:い|返|振)|れる(?:子|人|方|男|女))|んで(?:ほしい|欲しい|くれ|ください|もら|やって)|ぶと(?:返|振|怒|喜|笑)))/g;
// そのことはオオバとだけ呼ぶ
const ONLY_CALLED = /(?<=[はを])(?<value>[ァ-ヺー]{2,6})(?=とだけ(?:呼|名乗|言))/g;
// 若い牧場主, 近所のおばさん, 隣町の所長
const NOBODY =
  /^(?:一人|ひとり|うちの?|近所|隣|向かい|町内|地元|新任|前任|現場|工場|会社|若手|親戚|実家|本家|分家|隣町|近隣|担当|部落|村|町|どこか|その|この|あの|よそ|となり)$/;

const SIGNALS: readonly Signal[] = [
  [ELDER, (name) => isListed(name) && !NOBODY.test(name) && !GAZETTEER.has(name)],
  [SO_CALLED],
  [CALLED_SO, isListed],
  [NICKNAME],
  [QUOTED, isListed],
  [CALLED_BACK],
  [ONLY_CALLED],
];

/** Names by what somebody is called beside them, or that they are called so. */
export const asCalled = (text: string): Span[] => [
  ...namesBy(text, SIGNALS),
  // A role elsewhere: god.
  ...matchAll(text, NOT_A_GOD).map(({ start, end }) => ({ start, end })),
];

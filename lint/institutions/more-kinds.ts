import { FOLLOWING, type Kind } from './kinds.ts';

// Trades that stand at the end of a company's name; some of them are everyday words after anything but a name in kana.
const TRADE =
  'セレモニー|通商|工機|機工|電装|住建|砕石|砂利|舗装|内装|美装|製氷|製粉|鋳造|鋼業|鉱業|炭鉱|産商|商運|商船|通船|陸送|配送|急送|総業|工販|管財|不動産|呉服店|洋装店|家具店|時計店|眼鏡店|写真館|生花店|精肉店|鮮魚店|青果店?|米穀店?|酒店|菓子店|製パン所|牛乳店|電器店?|金物店|硝子店|薬店|新聞店|販売店|葬儀社|養鶏場?|養豚場?|種苗|園芸|珈琲店?|茶房|酒場|酒房|飯店|鮨|炉端|整骨院|接骨院|鍼灸院|マート|ストアー?|市場|建[機材]|[麺漁鉱畜窯織染]業|ホテル|旅館|リゾート|ロッジ|ペンション|センター(?=の仕分け|でパート)';
const AFTER_KANA =
  '弁当|青果|鮮魚|精肉|惣菜|寿司|そば|うどん|亭|軒|庵|食品|配送|タクシー|クリーニング店|美容室|理容';

/** Kinds of institutions that only a server looks for; it has room for more words. */
// カフェ雪うさぎ: what sort of shop, and its name in kanji and kana.
const SHOP =
  'カフェ|ブックス|ファーム|フーズ|サロン|スタジオ|クリーニング|ショップ|マート|工房|キッチン|ダイニング|バー|パーラー|フラワー|ヘア|ネイル|オート|モータース|スナック|喫茶|食堂|居酒屋|民宿|ラーメン|ベーカリー|弁当屋の?';

export const MORE_KINDS: readonly Kind[] = [
  {
    kind: 'employer',
    suffix: /(?!)/g,
    prefix: new RegExp(
      `(?<![ァ-ヺー])(?:${SHOP})(?!店|内|で|に|を|の|は|が)(?:[\\u3400-\\u9fff々]{1,6}[ぁ-ゖ]{0,5}?|[ぁ-ゖ]{2,8}?)(?=[、。」)(にでをへの\\s]|から|$)`,
      'g',
    ),
  },
  {
    kind: 'employer',
    suffix: new RegExp(
      `(?:(?<=[\\u3400-\\u9fffァ-ヺーぁ-ゖ]{2})(?:${TRADE})|(?<=[ぁ-ゖァ-ヺー]{3})(?:${AFTER_KANA}))(?![費業員者化課機網\\u3400-\\u9fff])`,
      'g',
    ),
    // 葬儀社の花月セレモニー: a trade, and which of them.
    prefix:
      /(?<=[\u3400-\u9fff](?:社|店|屋|場|会社|農園|牧場|水産|加工)の)(?:[\u3400-\u9fff々]{0,4}[ァ-ヺー]{3,10}|「[^「」\n]{2,12}」)(?=[にでをへ]|から)/g,
  },
  {
    kind: 'care',
    suffix:
      /(?<=[ぁ-ゖァ-ヺー]{3})(?:荘|苑|寮|園|ハウス|ホーム)(?=[にへを]|から|で[^す]|の(?:職員|空き|世話人|[一二三0-9]階))/g,
    prefix: new RegExp(
      `(?:[\\u3400-\\u9fff]{2,6}(?:ホーム|ハウス|シェルター|ステーション|住居|施設 ?)|(?:くらし|暮らし|生活|いこい|憩い|支え合い|[虹星空森風花海丘光])の家)(?!の(?![ぞどん]))${FOLLOWING}`,
      'g',
    ),
  },
];

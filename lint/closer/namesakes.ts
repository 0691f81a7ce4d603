import { isForeignName } from '../persons/foreign-names.ts';
import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from '../persons/lexicon.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import { after, before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// ハミルトンの尺度, ミラーとロルニックの動機づけ面接: whoever has thought of it.
const THOUGHT_OF =
  /^(?:[とや・][ァ-ヺー]{2,10}){0,2}(?:ら)?(?:の|による|が提唱)[^、。のはがを\n]{0,10}(?:尺度|IADL|ADL|QOL|スケール|面接|理論|法則|分類|基準|指標|指数|検査|テスト|モデル|原則|[0-9一-十]段階|段階|著書|論文|研究|概念|定義|療法|技法|アプローチ|曲線|図式?|地図|窓|ハザード|教科書|入門|名著|本(?![人当]))/;
// ミラーとロルニックの…: the second of them.
const AFTER_ANOTHER = /[ァ-ヺー]{2,10}[とや・]$/;
// What is written to, not who.
const SERVICE =
  /^(?:LINE|Telegram|Instagram|Insta|Facebook|Twitter|TikTok|WhatsApp|Discord|Messenger|Zoom|Teams|Slack|YouTube|PayPay|PayPal|Suica|Kitaca|SAPICA|PASMO|ICOCA|Skype|Signal|Viber|Zalo|WeChat|KakaoTalk|Snapchat|Google|Gmail|Amazon|Android|iPhone|Excel|Word|Yahoo|Pairs|Tinder|BeReal|Threads|Pokemon|Switch|Indeed|Uber|Uber Eats|Netflix|Kindle|Canva|Windows|Dropbox)$/i;
// HONDA と書いた: makers that bear their founders' or towns' names, as they write themselves.
const MAKER =
  /^(?:HONDA|SUZUKI|TOYOTA|NISSAN|ISUZU|KAWASAKI|YAMAHA|MAZDA|SUBARU|HINO|MITSUBISHI|HITACHI|TOSHIBA|KUBOTA|YANMAR|ISEKI|MIZUNO|YONEX|MORINAGA|MEIJI|KAGOME|TAKEDA|KOKUYO|NITORI|MAKITA|RINNAI|NORITZ|CORONA|TOYOTOMI|OMRON|TANITA|CASIO|SEIKO|NIKON|KYOCERA|FUJITSU|SHIMANO|IWATANI|DAIWA|YAMADA|KITAMURA)$/i;
const OF_SOMEBODY = /(?:名札|署名|名義|氏名|名前|サイン|ローマ字|差出人)/;
// 石橋を叩いて渡る, 関の山: sayings that name nobody.
const SAYING =
  /^(?:石橋を(?:叩|たた)|関の山(?![\u3400-\u9fff])|弁慶の泣|高嶺の花|柳の下|竹を割|森を見|林の中|谷あり|山あり|堀を埋|桜の(?:下|花)|藤の花|菊の花|原の中|光が(?:差|射|見え)|[泉山海林森星花雪風空]のよう[なに])/;

// クロネコさんの再配達: firms that are spoken of like people. 佐藤さんの集荷 is for somebody of that name.
const DOES_OF_FIRM = /^(?:さん|ちゃん)(?:とこ|ところ)?の(?:再配達|集荷|配送|検針)/;
// えびす様, おいなりさん: gods take honorifics. Some are family names too, and mean the god beside another one.
const GODS =
  /(?<![\u3400-\u9fffぁ-ゖ])(?:お(?:いなり|稲荷|地蔵|じぞう|釈迦|しゃか|不動|天神|大師|薬師|閻魔|えんま)|えびす|エビス|恵比寿|恵比須|大黒天?|弁天|弁財天|毘沙門天?|布袋|福禄寿|寿老人|七福神)(?=さん|さま|様|の|、)/g;

const isGod = (text: string, name: string) => {
  const gods = new Set(matchAll(text, GODS).map((god) => god.text));
  return gods.has(name) && (gods.size > 1 || !isAnybody(name));
};

// すみれ公園, 北辻の交差点, 柏葉もの忘れ外来: what is called so.
const CALLED_AFTER =
  /^の?(?:公園|交差点|母子寮|学生寮|もの忘れ外来|外来|団地|児童館|商店街|広場|会館|バス停|停留所|号[はがをのに、]|大橋)/;
// ふりがなはカタカナで; 性別　男: how a form is filled in.
const OF_FORMS =
  /^(?:カタカナ|ひらがな|ローマ字|英字|漢字|半角|全角)$|^(?:性別|年齢|生年月日|住所|電話|続柄|職業)|^(?:全体|個別|共通)$/;
const MORE_ROLES =
  /^(?:ナカポツ|なかぽつ|サビ管|サビカン|ケアマネ|守衛|門番|車掌|用務員|お?(?:じい|ばあ)ちゃん|お?となり|ヤクルト|ダスキン|セコム|アルソック|トドック|ゆうちょ|ドコモ|ソフトバンク)$/;
// 弥生（三月）: a month by its old name.
const OLD_MONTH = /^\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月\)/;
// ワーファリンを処方されて
const MEDICINE_AFTER = /^(?:を|が|の)?(?:処方|服用|内服|投与|[0-9.]+ ?(?:mg|錠))/;
// まるふじ様より食パン: circles before a word are how shops are called.
const SHOP_LIKE = /^(?:まる|丸|マル)./;
// 江差さんと森さん（町の名前です）
const SAID_TO_BE_A_TOWN =
  /^さん(?:[とや、][\u3400-\u9fff]{1,4}さん)?\([^()]{0,4}(?:[市町村]の名前|地名|自治体)/;
// ヤマトさんや佐川さん: carriers side by side.
const CARRIERS =
  /(?:ヤマト|クロネコ|佐川|西濃|福山通運|日通|ゆうパック|赤帽)(?=さん|運輸|急便|便|、|や|と|の(?:荷物|伝票|集荷|配達))/g;
// マルちゃんの袋麺
const FOOD = /^ちゃん(?:ラーメン|の?(?:袋麺|カップ麺|焼きそば|うどん|麺))/;
// 「望月」は満月のこと: a word that is explained.
const EXPLAINED = /^」と?は[^。\n]{1,20}(?:のこと|の意味|の略|を指)/;
// 渋谷とか銀座とか: places side by side.
const ANOTHER_PLACE = /^(?:とか|や)(?<place>[\u3400-\u9fff]{2,4}?)(?=とか|や|[のはがもに、。]|など)/;

// 平良さん（沖縄出身）
const ORIGIN = /.(?:出身|在住|育ち)$/;
// まもるくん（防犯ブザーの名前）
const NAME_OF_A_THING =
  /^(?:さん|くん|ちゃん|様)?\((?![^()]{0,12}(?:本人|子ども?|息子|娘|彼|人)の)[^()\n]{2,14}の(?:名前|愛称|名称|商品名|キャラクター)\)/;
// 明渡請求, 取立に: deeds that are written without their kana.
const DEED =
  /^(?:明渡|立退|取立|申立|差押|引渡|支払|払戻|貸付|借入|届出|受付|締切|打合|見積|申込|取扱|取消|引越|組立|積立|割引|手続|振込|払込|落合い|見守|声掛|貸出|繰越|仕分|家出)$/;
const DONE_AFTER = /^(?:[\u3400-\u9fff]|し|す|さ|せ|を|に|の|が|は|前|後|$)/;
// 家族滞在（妻は…）: how somebody may stay, and the labels of forms.
const OF_CARDS =
  /^(?:元夫|元妻|前夫|前妻|元彼|義父|義母|継父|継母|実父|実母|祖父母|両親|家族滞在|定住者?|永住者?|特定活動|技能実習|特定技能|短期滞在|技人国|氏名|姓名|通称名?|本名|お?名前)$/;
// What dictionaries of the 1990s have not.
const MODERN =
  /^(?:微信|微博|スマホ|ガラケー|ネカフェ|アプリ|サブスク|フリマ|メルカリ|タブレット|マイナ|マイナンバー|リボ|キャッシング|カードローン|クレカ|ポイ活|バズ|メンヘラ|ヤングケアラー|ケアラー|グルホ|サ高住|シェアハウス|オンライン|リモート|ハラスメント|モラハラ|パワハラ|セクハラ|マタハラ|カスハラ|コロナ|ワクチン|インフル|エアコン|コンビニ|バイト|シフト|ワンオペ|ドタキャン|スルー|ブロック|ログイン|ログアウト|ダウンロード|アカウント|スクショ|レシート|アレ|コレ|ソレ|クーポン|ペット|フードバンク|フードパントリー|プレカリアート)$/;

// 滝川、深川、赤平の3会場: a town beside another one.
const TOWN_BEFORE = /(?<place>[\u3400-\u9fff]{2,4})[、・]$/;
const ARE_PEOPLE = /^(?:さん|くん|様|氏|両[名氏]|の?[2-9二三四五]人)/;
// サトウのごはん, 山崎のロングライフパン
const MAKES_FOOD = /^(?:サトウ|佐藤|山崎|ヤマザキ|森永|江崎|伊藤|井村屋|日清|永谷園|桃屋|丸美屋)$/;
const FOOD_OF =
  /^の[^、。\n]{0,6}(?:ごはん|ご飯|パン|ミルク|カレー|ラーメン|チョコ|菓子|お茶|牛乳|アイス|ジュース|ヨーグルト|切り?餅|スープ|ココア|キャラメル|ビスケット|プリン|うどん|そば|みそ|しょうゆ|ソース|缶詰|せんべい)/;
// クーリング・オフ: what ends so is a word of two.
const WORD_OF_TWO =
  /・(?:セラピー|セラピスト|ヘルス|メソッド|インタビュー|アセスメント|カウンセリング|マイノリティ|ミーティング|アノニマス|オフ|アップ|ダウン|ワーク|ケア|モデル|ホーム|センター|サポート|プラン|コース|システム|カード|サービス|スキル|トレーニング|マネジメント|パーソナリティ|リテラシー|アプローチ|ネットワーク|グループ|クラブ|コミュニケーション|ハウス|シート|テスト|スケール|プログラム|ライン|デー|ゼロ|ジャパン|カフェ|ファースト|バンク|ツール|レポート|ガイド|バランス|ストレス|ハザード|エラー|ドーズ|ステイ|ファンド)$/;

// 一: a figure alone in its line.
const FIGURE = /^[一二三四五六七八九十]$/;
const isAlone = (text: string, start: number, end: number) =>
  /^[\n\u2029]?$/.test(text[start - 1] ?? '') && /^[\n\u2029]?$/.test(text[end] ?? '');

// 本名は今も知らない
const STILL = /^(?:も|まで|のところ|のうち)/;

const isAnybody = (name: string): boolean =>
  isSurname(name) ||
  isGivenName(name) ||
  readsAsGivenName(name) ||
  readsAsSurname(name) ||
  isForeignName(name) ||
  isFullName(name) ||
  // 丸山 葵
  (name.includes(' ') && name.split(' ').some(isAnybody));

/** Names that stand for a work, a service, a firm or a saying. */
export const namesakes: Look = {
  isNobody(text, { start, end, shownEnd, weight }) {
    const name = text.slice(start, end);
    if (SERVICE.test(name) || name === '仮') return true;
    if (DOES_OF_FIRM.test(text.slice(end, end + 12)) && !isAnybody(name)) return true;
    if (ORIGIN.test(name) || (name === '今' && STILL.test(text.slice(end, end + 5)))) return true;
    if (isGod(text, name)) return true;
    if (SAID_TO_BE_A_TOWN.test(after(text, end, 24))) return true;
    if (OF_FORMS.test(name) || MORE_ROLES.test(name)) return true;
    if (SHOP_LIKE.test(name) && !isAnybody(name)) return true;
    if (/^(?:まる|マル)$/.test(name) && FOOD.test(text.slice(end, end + 10))) return true;
    const carriers = new Set(matchAll(text, CARRIERS).map((carrier) => carrier.text));
    if (carriers.has(name) && carriers.size > 1) return true;
    if (text[start - 1] === '「' && EXPLAINED.test(text.slice(end, end + 26))) return true;
    if (name.trim() === '' || /^[ァ-ヺ]$/.test(name)) return true;
    if (name === 'カナ' && weight < 3 && /名義|登録|表記|入力|氏名|フリガナ|半角|全角/.test(text))
      return true;
    if (weight < 3 && FIGURE.test(name) && isAlone(text, start, end)) return true;
    if (WORD_OF_TWO.test(text[start - 1] === '・' ? `・${name}` : name) || text.startsWith('母子寮', end))
      return true;
    if (MAKES_FOOD.test(name) && FOOD_OF.test(after(text, end, 14))) return true;
    if (weight < 3 && GAZETTEER.has(name) && !ARE_PEOPLE.test(text.slice(end, end + 3))) {
      const town = TOWN_BEFORE.exec(text.slice(Math.max(0, start - 5), start))?.groups?.place ?? '';
      if ([town, town.slice(1), town.slice(2)].some((place) => place.length > 1 && GAZETTEER.has(place)))
        return true;
    }
    if (OF_CARDS.test(name) || (weight < 3 && MODERN.test(name))) return true;
    if (DEED.test(name) && DONE_AFTER.test(text.slice(shownEnd, shownEnd + 1))) return true;
    if (NAME_OF_A_THING.test(text.slice(end, end + 22))) return true;
    const right = after(text, end, 12);
    if (shownEnd === end) {
      if (CALLED_AFTER.test(right) || OLD_MONTH.test(right)) return true;
      if (/^[ァ-ヺー]+$/.test(name) && MEDICINE_AFTER.test(right)) return true;
      const another = GAZETTEER.has(name) && ANOTHER_PLACE.exec(right)?.groups?.place;
      if (another && GAZETTEER.has(another)) return true;
    }
    if (MAKER.test(name) && shownEnd === end && !OF_SOMEBODY.test(before(text, start, 8))) return true;
    if (SAYING.test(text.slice(start, start + 8))) return shownEnd === end;
    if (!/^[ァ-ヺー・=]+$/.test(name) || shownEnd > end) return false;
    return (
      (THOUGHT_OF.test(after(text, end, 30)) &&
        !/(?:夫|妻|母|父|息子|娘|長男|長女|兄|姉|弟|妹|友人)の$/.test(before(text, start, 6))) ||
      (AFTER_ANOTHER.test(before(text, start, 12)) && THOUGHT_OF.test(after(text, end, 30)))
    );
  },
};

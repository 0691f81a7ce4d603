import { isSurname, readsAsGivenName, readsAsSurname } from '../persons/lexicon.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import { before } from '../text/context.ts';
import type { Look } from './look.ts';

// サザエさん, ちびまる子ちゃん: who is in books and films.
const CHARACTER =
  /^(?:サザエ|カツオ|ワカメ|マスオ|フネ|ナミヘイ|タラ|ちびまる子|まる子|ドラえもん|のび太|しずか|ジャイアン|スネ夫|しんのすけ|コナン|アンパンマン|ルフィ|ピカチュウ|トトロ|くまモン|ミッキー|プー|スヌーピー|キティ|ムーミン|ウォーリー|ゴジラ|ガンダム|アトム|鉄腕アトム|寅|水戸黄門|桃太郎|浦島太郎|金太郎|一寸法師|花咲か|白雪|シンデレラ|赤ずきん|ガリバー|ピノキオ|アラジン|ピーターパン|アンネ|ハイジ|セーラームーン)(?:さん|ちゃん|くん|君)?$/;
const IN_A_STORY =
  /DVD|ビデオ|本棚|漫画|マンガ|まんが|アニメ|絵本|映画|番組|ドラマ|主人公|キャラクター|童話|昔話|物語|ゲーム|ぬいぐるみ|シール|塗り絵|カルタ|かるた|着ぐるみ|小説|紙芝居/;
// 甥御さん, 親御さん: the relative, politely.
const POLITE = /[甥姪親父母兄弟姉妹子娘嫁]$/;
// デビット（4111…）: ways to pay, and how a form is filled in.
const NOT_PEOPLE =
  /^(?:司書|学芸員|板前|仲居|車掌|住職|神主|巫女|騎手|牧夫|寮監|夜警|給仕|ウェブ|オンデマンド|ハイブリッド|デビット|クレジット|プリペイド|バーコード|チャージ|見本|記入例|記載例|記入見本|ダミー|サンプル|ひな形|雛形|ピクシブ|ミクシィ|アメブロ|ピンタレスト|ユーチューブ|ニコニコ|ノート|ブログ)$/;
// アルコホーリクス・アノニマス: who help each other.
const SELF_HELP = /アノニマス|アラノン|アラティーン|ナラノン|ギャマノン|ダルク$/;
// 弟は当別から長沼に職場が変わる, 赤平の炭住で育ち: towns where somebody goes or grew up.
const TOWN_AFTER =
  /^(?:[にへ](?:職場|転|引っ|移|異動|戻|帰|住|行|通|来|嫁|出|単身)|の(?:炭住|社宅|官舎|団地|アパート|実家|市営|町営|道営|公営|農家|牧場|漁|浜|山|海|駅|港|街|病院|施設|高校|中学|小学|会社|工場|職場|友人|知人|親戚|叔|伯|姉|兄|弟|妹|息子|娘|ほう|方面)|から(?:転勤|引っ|移|来|通|帰|戻|出))/;
// ふりかけは「ゆかり」, 日本酒の「千歳」: what is sold under a name.
const SOLD =
  /(?:ふりかけ|米|酒|焼酎|ワイン|りんご|いちご|ぶどう|みかん|メロン|とうきび|いも|お茶|紅茶|コーヒー|列車|特急|フェリー|番組|雑誌|新聞|歌|曲|絵本|ゲーム|花|菓子|パン|ラーメン|カレー|たばこ|石けん|洗剤|シャンプー)(?:は|の|では|なら|も|が|で)?[「『]$/;
// 田中ビネー、ウェクスラー、ベンダー・ゲシュタルト: tests, one after another.
const OF_TESTS =
  /(?:ビネー|ウェクスラー|クレペリン|ロールシャッハ|WISC|WAIS|バウム|ベンダー|ゲシュタルト|検査|テスト)/;
// おかわり, おやつ: what is said politely.
const POLITE_THING = /^お[ぁ-ゖ]{2,3}$/;
// さきほどの件: what says when or who without a name.
const SAYS_WHEN =
  /^(?:さきほど|のちほど|せんじつ|こないだ|このまえ|このあいだ|いままで|これまで|そのうち|そのあと|そのご|みなさま|どなた|それぞれ|いくつか|わたくし|わたし|あなた|こちら|そちら|あちら|どちら|だれか|なにか|いつか|どこか|はじめて|ひさしぶり|おかげさま|さいきん|きょうだい|ふだん|まいにち|まいしゅう|らいしゅう|せんしゅう|こんかい|じかい|ぜんかい|いちおう|とりあえず)$/;
// Single characters that are everyday things where no honorific follows.
const THING =
  /^[本物事金水火木土石川空雨雪風鳥魚肉米茶酒薬紙箱鍵車船馬牛犬猫虫朝昼夜春夏秋冬道町村店駅園表図席寮棟室課係局署庁寺社会組班団隊庭畑港橋街角門窓壁床扉靴服傘鏡机皿鍋湯灰煙熱氷霜霧雲杖札棚袋缶瓶綿糸布]$/;
/^[本物事金水火木土石山川空雨雪風花鳥魚肉米茶酒薬紙箱鍵車船馬牛犬猫虫朝昼夜春夏秋冬道町村店駅]$/;

/** Towns elsewhere are family names as well. */
const isTown = (name: string) =>
  GAZETTEER.has(name) && (GAZETTEER.get(name)?.wider !== '道外' || !isSurname(name));

/** What looks like a name and is somebody of a story, a relative said politely, a word of a form or an everyday thing. */
export const nobodyHere: Look = {
  isNobody(text, { start, end, shownEnd, weight }) {
    const name = text.slice(start, end);
    if (name === '御') return POLITE.test(before(text, start, 1));
    if (NOT_PEOPLE.test(name) || SELF_HELP.test(name) || SAYS_WHEN.test(name)) return true;
    if (CHARACTER.test(name)) return IN_A_STORY.test(text);
    if (/^[「『]/.test(text[start - 1] ?? '') && SOLD.test(before(text, start, 10))) return true;
    if (shownEnd > end) return false;
    if (weight < 3 && isTown(name) && TOWN_AFTER.test(text.slice(end, end + 6))) return true;
    if (/^[ァ-ヺー]+・[ァ-ヺー]+$/.test(name) && OF_TESTS.test(before(text, start, 20) + name)) return true;
    return (
      (weight < 3 && THING.test(name) && /^[のはもをでにがへと]/.test(text.slice(end, end + 1))) ||
      (POLITE_THING.test(name) && !readsAsGivenName(name) && !readsAsSurname(name))
    );
  },
};

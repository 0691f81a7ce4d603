import { isKnownToAll } from '../dictionaries/known-to-all.ts';
import { isFullName, isSurname, KANA_NOUNS, readsAsGivenName, readsAsSurname } from '../persons/lexicon.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import { before } from '../text/context.ts';
import type { Look } from './look.ts';

// サザエさん, ちびまる子ちゃん: who is in books and films and nowhere else.
const CHARACTER =
  /^(?:サザエ|マスオ|ナミヘイ|ちびまる子|まる子|ドラえもん|のび太|ジャイアン|スネ夫|アンパンマン|ばいきんまん|ピカチュウ|トトロ|くまモン|スヌーピー|ムーミン|ゴジラ|ガンダム|鉄腕アトム|水戸黄門|桃太郎|浦島太郎|一寸法師|シンデレラ|赤ずきん|ガリバー|ピノキオ|アラジン|ピーターパン|セーラームーン|サンタクロース)(?:さん|ちゃん|くん|君)?$/;
// 芥川の小説
const AUTHOR = /^(?:芥川|太宰|漱石|夏目|鴎外|啄木|一茶|芭蕉|乱歩|三島|川端|谷崎|賢治)$/;
const WORK_AFTER = /^の(?:小説|詩|俳句|短歌|本|作品|全集|文庫|文学|名作)/;
// And who may be somebody else.
const MAY_BE_CHARACTER =
  /^(?:カツオ|ワカメ|フネ|タラ|しずか|しんのすけ|コナン|ルフィ|ミッキー|プー|キティ|ウォーリー|アトム|寅|金太郎|花咲か|白雪|アンネ|ハイジ)(?:さん|ちゃん|くん|君)?$/;
const IN_A_STORY =
  /DVD|ビデオ|本棚|漫画|マンガ|まんが|アニメ|絵本|映画|番組|ドラマ|主人公|キャラクター|童話|昔話|物語|ゲーム|ぬいぐるみ|シール|塗り絵|カルタ|かるた|着ぐるみ|小説|紙芝居/;
// 就労支援ナビゲーターさん, ジョブコーチさん: what somebody does, in katakana.
const DOES =
  /^[ァ-ヺー]*(?:ゲーター|デザイナー|バイザー|クター|レーター|レイター|トレーナー|プランナー|ランナー|カメラマン|サラリーマン|ミュージシャン|コンサルタント|コーチ|スピーカー|インターン|メンター|セラピスト|ピアニスト|スタイリスト|プログラマー|キャプテン|シスター|オペレーター|サポステ|ハロワ|ジョブカフェ|パルシステム|シェフ|ソムリエ|クルー|ガイド|ダンサー|シンガー|ライター|エンジニア|バリスタ|ネイリスト|モデル|タレント|アイドル)$/;
// ヒグマさんが出た, お月さま
const CREATURE =
  /^(?:ヒグマ|クマ|キツネ|カラス|ウサギ|パンダ|シカ|エゾシカ|タヌキ|リス|ハト|スズメ|カモメ|ネズミ|イノシシ|サル|ライオン|ゾウ|キリン|ペンギン|トナカイ|ヤギ|ヒツジ|ウシ|ブタ|ニワトリ|ハチ|アリ|織姫|彦星|雪だるま|かかし|八百屋)$/;
// ワタミの宅食: brands that are spoken of without anything else.
const BRAND =
  /^(?:ワタミ|ヨシケイ|ユニクロ|セリア|リア|タニタ|ソラチ|ニトリ|ダイソー|キャンドゥ|ワークマン|しまむら|カルディ|無印|オイシックス|アイリスオーヤマ|パナソニック|シャープ|コロナ|トヨトミ|ホクレン|よつ葉|セイコマ|佐藤錦|きたあかり|ゆきさやか|とうや|キタムラサキ|インカ)$/;
// 東野圭吾の小説, 鈴木直道知事
const PUBLIC =
  /^(?:の(?:小説|詩|俳句|講演|歌(?!が)|曲|映画|漫画|絵本|作品集|ドラマ|コンサート|ライブ|番組|エッセイ|著書|新刊)|(?:首相|知事|大臣|総理|選手|監督|市長|町長|村長|議員|教授|アナウンサー|容疑者))/;
// 甥御さん, 親御さん: the relative, politely.
const POLITE = /[甥姪親父母兄弟姉妹子娘嫁]$/;
// デビット（4111…）: ways to pay, and how a form is filled in.
const NOT_PEOPLE =
  /^(?:司書|サブ|メイン|学芸員|板前|仲居|車掌|住職|神主|巫女|騎手|牧夫|寮監|夜警|給仕|ウェブ|オンデマンド|ハイブリッド|デビット|クレジット|プリペイド|バーコード|チャージ|見本|記入例|記載例|記入見本|ダミー|サンプル|ひな形|雛形|ピクシブ|ミクシィ|アメブロ|ピンタレスト|ユーチューブ|ニコニコ|Threads|Bluesky|BeReal|ノート|ブログ)$/;
// アルコホーリクス・アノニマス: who help each other.
const SELF_HELP = /アノニマス|アラノン|アラティーン|ナラノン|ギャマノン|ダルク$/;
// 弟は当別から長沼に職場が変わる, 赤平の炭住で育ち: towns where somebody goes or grew up.
const TOWN_AFTER =
  /^(?:[にへ](?:職場|転|引っ|移|異動|戻|帰|住|行|通|来|嫁|出|単身)|の[^、。\n]{0,8}(?:小学校|中学校|高校|学園|保育園|幼稚園|病院|クリニック)|の(?:炭住|社宅|官舎|団地|アパート|実家|市営|町営|道営|公営|農家|牧場|漁|浜|山|海|駅|港|街|病院|施設|高校|中学|小学|会社|工場|職場|友人|知人|親戚|叔|伯|姉|兄|弟|妹|息子|娘|ほう|方面)|から(?:転勤|引っ|移|来|通|帰|戻|出))/;
// 千葉へ帰りました: nobody moves to or from a person.
const MOVES =
  /^(?:[にへ](?:引っ?越|移[りっる]|転居|転勤|転校|帰[りっる]|戻[りっる]|住[んみ]|行[っきく])|から(?:引っ?越|転居|転勤|転校|移[りっ]|帰っ|戻っ)|の出身)/;
// 西川の堤防, 大沼の氷: a river, a pond, a hill.
const LANDSCAPE_AFTER =
  /^の?(?:堤防|河川敷|土手|上流|下流|水位|ほとり|湖畔|中州|氾濫|増水|花火|土砂|釣り|雪まつり|氷|登山|スキー場|展望|キャンプ|トンネル|峠|山頂|ふもと)/;
// しおりを作る, ちからが抜ける: the noun, by what is done with it.
const NOUN_AFTER =
  /^(?:を(?:作|配|渡し|挟|読|出し|入れ|借|込め|抜|合わせ|かけ|飾|拾|摘)|[がの](?:抜け|入[っりる]|強|弱|足り|湧|差|見え|香|咲|散|色づ|きれい|季節|花|葉|会$|班|組$))/;
// 佐川が不在票を入れました, 吉野家: firms that bear family names.
const CARRIER = /^(?:佐川|ヤマト|クロネコ|西濃|福山|日通)$/;
const CARRIES = /^(?:が|は|から|に)[^、。\n]{0,8}(?:不在票|荷物|配達|集荷|再配達|伝票|宅配|届け|送り状)/;
const RESTAURANT = /^(?:吉野家|大戸屋|松屋|すき家|来々軒|山岡家|味噌屋)/;
const isFirm = (text: string, name: string, start: number, end: number) =>
  (CARRIER.test(name) && CARRIES.test(text.slice(end, end + 16))) ||
  RESTAURANT.test(text.slice(start, start + 3));
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
    const name = text.slice(start, end).trim();
    if (name === '御') return POLITE.test(before(text, start, 1));
    // 見本 一郎: whoever fills in the sample.
    if (NOT_PEOPLE.test(name.split(' ')[0] ?? '') || SELF_HELP.test(name) || SAYS_WHEN.test(name))
      return true;
    if (CHARACTER.test(name) || isKnownToAll(name)) return true;
    if (DOES.test(name) || CREATURE.test(name)) return true;
    // お月さま, サビ管さん
    if (/^[月星日鬼]$/.test(name) && text[start - 1] === 'お') return true;
    if (name === '管' && text[start - 1] === 'ビ') return true;
    if (shownEnd === end && BRAND.test(name)) return true;
    if (shownEnd === end && isFullName(name) && PUBLIC.test(text.slice(end, end + 6))) return true;
    if (AUTHOR.test(name) && WORK_AFTER.test(text.slice(end, end + 8))) return true;
    if (MAY_BE_CHARACTER.test(name)) return IN_A_STORY.test(text);
    if (isFirm(text, name, start, end)) return true;
    if (/^[「『]/.test(text[start - 1] ?? '') && THING.test(name)) return true;
    if (/^[「『]/.test(text[start - 1] ?? '') && SOLD.test(before(text, start, 10))) return true;
    if (shownEnd > end) return false;
    const right = text.slice(end, end + 14);
    if (weight < 3 && isTown(name) && TOWN_AFTER.test(right)) return true;
    if (weight < 3 && GAZETTEER.has(name) && MOVES.test(right)) return true;
    if (/[川沼山峠岳湖橋浜岬島]$/.test(name) && LANDSCAPE_AFTER.test(right)) return true;
    if (weight < 3 && KANA_NOUNS.has(name) && NOUN_AFTER.test(right)) return true;
    if (/^[ァ-ヺー]+・[ァ-ヺー]+$/.test(name) && OF_TESTS.test(before(text, start, 20) + name)) return true;
    return (
      (weight < 3 &&
        THING.test(name) &&
        /^(?:[のはもをでにがへと]|から|まで|より)/.test(text.slice(end, end + 2))) ||
      (POLITE_THING.test(name) && !readsAsGivenName(name) && !readsAsSurname(name))
    );
  },
};

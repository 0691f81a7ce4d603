import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { AFTER_NAME, NOT_FULL } from './by-shape.ts';
import { isForeignName } from './foreign-names.ts';
import { givenNames, isBuiltLikeGivenName, isGivenName, surnames } from './lexicon.ts';
import type { PersonMention } from './mention.ts';

// Words of counsel and the polite style. Texts of this network have them in every line; there a bare word in katakana
// is jargon and a bare family name a street, so only texts without them are read as published prose.
const OURS =
  /です|ます|ました|ません|ください|さん|支援|相談|本人|窓口|家計|就労|面談|来所|訪問|同行|給付金|貸付|滞納|世帯|居場所|社協|生活保護|生活困窮|ケース|プラン|アセスメント|自治体/;
// One paragraph of whole sentences, as an encyclopedia has it; what people type here has lines and headings.
const PARAGRAPH = /^[^\n]*。$/;

// Family names of China and Korea that begin few Japanese words.
const CHINESE =
  /(?<![\u3400-\u9fff々])[李劉陳楊趙呉徐胡朱郭羅梁鄭謝韓唐馮董蕭曹袁鄧許沈彭呂蘇盧蔣蒋蔡賈魏薛閻潘戴鍾姜范姚譚廖鄒陸郝崔邱侯邵尹黎賀朴兪][\u3400-\u9fff]{2}(?=[はがをにとのらも、・)]|監督|選手|外相|大使|主席|将軍|自身|死後|に)/g;
// 「…は、日本の作家。」 says of its subject that it is a person.
const DEFINITION =
  /^(?<name>[\u3400-\u9fff々ぁ-ゖァ-ヺー・= A-Za-z.]{2,20}?)(?: ?\([^)]{0,80}\))?は、(?=[^。]{0,90}(?:作家|選手|俳優|女優|歌手|政治家|実業家|監督|研究者|学者|音楽家|作曲家|画家|軍人|武将|官僚|弁護士|医師|詩人|評論家|ミュージシャン|プロレスラー|ゴルファー|棋士|力士|タレント|声優|漫画家|脚本家|演出家|写真家|建築家|彫刻家|ジャーナリスト|アナウンサー|モデル|アイドル|活動家|教育者|経営者|起業家|大名|貴族|皇族|僧侶|工芸家|ピアニスト|ギタリスト|ドライバー|ボクサー|ランナー|騎手|調教師|レーサー|シンガーソングライター|コメディアン|芸人|ダンサー|YouTuber)。)/;

/** Names in published prose, where nothing announces them: Andrew Johnson in katakana, a family name as subject. */
export function byProse(text: string): PersonMention[] {
  if (OURS.test(text) || !PARAGRAPH.test(text)) return [];
  const found: PersonMention[] = [];
  const add = (start: number, end: number) => {
    found.push({ start, end, shownEnd: end, weight: 1 });
  };
  for (const { start, end, text: word } of matchAll(
    text,
    /(?<![ァ-ヺー・=])[ァ-ヺー]{2,10}(?![ァ-ヺー・=])/g,
  )) {
    if (
      isForeignName(word) &&
      /^(?:[はがをにとのも、]|監督|選手|大統領|首相|夫人|博士)/.test(text.slice(end, end + 3))
    )
      add(start, end);
  }
  for (const { start, end } of matchAll(text, CHINESE)) add(start, end);
  const defined = DEFINITION.exec(text)?.groups?.name;
  if (defined !== undefined && !GAZETTEER.has(defined)) add(0, defined.length);
  for (const { start, text: run } of matchAll(text, /(?<![\u3400-\u9fff々ァ-ヺー])[\u3400-\u9fff々]{3,}/g)) {
    const length = likelyNameLength(run);
    if (length > 0) add(start, start + length);
  }
  for (const { start, end, text: run } of matchAll(
    text,
    /(?<![\u3400-\u9fff々ァ-ヺー])[\u3400-\u9fff々]{2,3}(?![\u3400-\u9fff々])/g,
  )) {
    if (!surnames.has(run) || GAZETTEER.has(run) || givenNames.has(run)) continue;
    if (/^(?:は|が|を|に(?!は)|と|の|も|、|・|ら|\(|」)/.test(text.slice(end, end + 2))) add(start, end);
  }
  return found;
}

/** Length of a known family name with what is built like a given name (内藤＋時浩) at the begin of a run; 0 without one. */
function likelyNameLength(run: string): number {
  const family = run.slice(0, 2);
  if (!surnames.has(family)) return 0;
  for (const length of [4, 3, 5]) {
    const given = run.slice(2, length);
    if (run.length < length || (run.length > length && !AFTER_NAME.test(run.slice(length)))) continue;
    if (given.length === 1 ? isGivenName(given) : isBuiltLikeGivenName(given)) {
      if (!NOT_FULL.test(run.slice(0, length))) return length;
    }
  }
  return 0;
}

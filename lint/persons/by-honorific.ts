import { before } from '../text/context.ts';
import { execAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { nameLeftOf } from './left-of.ts';
import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import type { PersonMention } from './mention.ts';

const HONORIFIC =
  /さん(?!ざ|ぽ|しょう)|(?:お)?(?:ばあ|じい)ちゃん|さま(?!ざ)|(?<!仕)様(?![式子々態相])|(?<![摂華])氏(?!名|神|族|続)|くん(?!れん)|君(?![らた主臨]|が代)|ちゃん(?!ぽん|こ)|殿(?!堂|下)|ご?夫妻|ご?夫婦|一家|親子|母子|兄弟|姉妹|ファミリー|ママ|パパ|って(?:方|人|いう)|という(?:方|人|男|女|者|姓|名|名字|苗字)|(?<![住自帰社在別拙借])宅(?![配地建急食老])|家(?=[のはがへにをでと、\s():・]|$)|(?<=[ァ-ヺー])(?:[爺婆]|じい|ばあ)|方(?=[、)\n]|$)|世帯|ケース|案件|社長|店長|オーナー|マスター|親方|先輩|後輩/g;
const ONLY_KNOWN =
  /^(?:殿|ご?夫婦|一家|親子|母子|兄弟|姉妹|ファミリー|家|世帯|って|という|ママ|パパ|君|ケース|案件|社長|店長|オーナー|マスター|親方|方|先輩|後輩)/;
// りくパパ: parents are called by their child.
const PARENT = /^(?:ママ|パパ)/;
const CHILD = /^[ぁ-ゖー]{1,2}[^のはがをにねえよいなてでっ]$/;
// Who speaks or acts in an office: neither a finding nor a miss, so better left alone.
const PROFESSIONAL =
  /(?:弁護士|司法書士|保護司|主治医|医師|教授|議員|講師|講演は|進行は|司会は|ケアマネ(?:ジャー)?|保健師|民生委員|支援員|相談員|専門員|ワーカー|担当医)(?:の|:|・)?$|@$/;

const readsLikeName = (name: string) => readsAsGivenName(name) || readsAsSurname(name) || isForeignName(name);
const isKnownName = (name: string) =>
  isSurname(name) || isGivenName(name) || isFullName(name) || readsAsGivenName(name);

// 働くんです, 聞くんだ: a verb and not a boy.
const VERB_AFTER = /^[でだじや]/;
const VERB_STEM = /^[行書聞効働引泣動歩置開空吹拭焼届続着付突弾抱招除欠描驚傾輝向解説履磨抜省渇乾湧]$/;
// 林家, but not 武家: of one character only names that make no other word with 家.
const isHouse = (name: string) =>
  isFullName(name) ||
  (isSurname(name) && (name.length > 1 || /[林森原関堀辻岡星谷菅泉東南柳桂榊島沢堤]/.test(name)));

// ノースマートさんから毛布20枚, トヨタレンタさんで借りた: who gives to all or lends is a company.
const GIVES_THINGS =
  /^さん(?:から(?:は|の|も)?[^、。さ0-9]{0,8}[0-9]+(?:箱|枚|個|袋|本|台|食|パック|キロ|kg)|で(?:借り|買|もらっ|働|の?(?:バイト|アルバイト|パート|実習|募集))|の(?:フードドライブ|フードバンク|店舗|倉庫|駐車場|求人|寄付|協力))/;
const isAlone = (text: string, start: number) => /^$|[\n。、「・ ]/.test(text[start - 1] ?? '');

/** Names before an honorific or another word that only people have after them. */
export function byHonorific(text: string): PersonMention[] {
  const found: PersonMention[] = [];
  for (const match of execAll(text, HONORIFIC)) {
    const after = match.index;
    // 「渡部」さん
    const quoted = /[」』]/.test(text[after - 1] ?? '');
    const end = quoted ? after - 1 : after;
    const start = nameLeftOf(text, end);
    if (start < 0 || (quoted && !/[「『]/.test(text[start - 1] ?? ''))) continue;
    const gap = text[end - 1] === ' ' ? 1 : 0;
    const name = text.slice(start, end - gap);
    if (
      (ONLY_KNOWN.test(match[0]) || (quoted && !/^[\u3400-\u9fff]{2,3}$/.test(name))) &&
      !isSurname(name) &&
      !isFullName(name) &&
      !(PARENT.test(match[0]) && CHILD.test(name)) &&
      !(name.length > 1 && readsLikeName(name))
    )
      continue;
    if (
      match[0] === 'くん' &&
      VERB_AFTER.test(text.slice(after + 2, after + 4)) &&
      (!isKnownName(name) || VERB_STEM.test(name))
    )
      continue;
    // ちゃんと is a word; ひーちゃんと呼ばれる is not.
    if (
      match[0] === 'ちゃん' &&
      /^と(?![呼一会話同い])/.test(text.slice(after + 3, after + 5)) &&
      !isKnownName(name)
    )
      continue;
    if (/^(?:家|世帯)/.test(match[0]) && !isHouse(name)) continue;
    if (
      /^(?:家|世帯|夫婦|宅|って|という|ケース|案件|社長|店長|オーナー|マスター|親方)/.test(match[0]) &&
      /^[ぁ-ゖ]+$/.test(name)
    )
      continue;
    if (/^(?:って|という)/.test(match[0]) && /^[ァ-ヺー]+$/.test(name) && !readsLikeName(name)) continue;
    if (match[0] === '方' && name.length < 2) continue;
    if (match[0] === '宅' && name.length < 2 && !(isSurname(name) && isAlone(text, start))) continue;
    // 連絡のとり方
    if (match[0] === '方' && /^[ぁ-ゖ]+$/.test(name)) continue;
    // 佐藤様宅: the name has been found before 様.
    if (/(?:さん|さま|様|氏)$/.test(name)) continue;
    if (PROFESSIONAL.test(before(text, start, 10))) continue;
    if (GIVES_THINGS.test(text.slice(after, after + 20)) && !isKnownName(name) && !readsLikeName(name))
      continue;
    found.push({ start, end: end - gap, shownEnd: after + match[0].length, weight: 3 });
  }
  return found;
}

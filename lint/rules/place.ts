import type { PlaceMention } from '../places/find.ts';
import type { Reading } from '../reading.ts';
import type { Hit, Rule } from '../rule.ts';
import { after, before } from '../text/context.ts';

// What follows a place that a person lives in, comes from, goes to.
const LIVES_AFTER =
  /^(?:市|町|村|区)?(?:内|方面|近郊|周辺)?(?:在住|出身|育ち|生まれ|居住|(?:に[はも]?」?|で)(?:[^、。]{0,14}(?:暮らし|住んで|住まい|仕事を|漁|牧場|手伝い|待ち合わせ)|[^、。]{0,4}(?:叔母|叔父|甥|姪|親族|親戚|きょうだい|兄|姉|弟|妹|息子|娘|母|父)が|(?:[一-龥お]{0,4})?(?:住|暮ら|育|生まれ|引っ?越|転居|転入|移|住民票|実家|居|いる|いた|呼び寄せ|流れ|独居|一人暮|単身|帰|戻|送還|越|避難|家|部屋|アパート|滞在|身を寄せ|泊|潜|車中|路上|働|勤|就職|寝泊|野宿|倒れ|保護|発見|逮捕))|まで行け|へ(?:引っ?越|転居|移|帰|戻|避難|転出|出て|逃|行)|にて|から(?:[^、。]{0,8})?(?:転入|帰|転居|移って|引っ?越|来|通|移|出て|逃|避難|往復|歩|戻|電車|バス|上京|出|の転)|を(?:離れ|出|追|転々)|の(?:[^、。のはがを]{0,6})?(?:実家|自宅|家(?!族|計)|友人|知人|親戚|親族|兄|姉|弟|妹|母|父|祖母|祖父|息子|娘|(?<!様)子|お宅|道の駅|駅(?:まで|に)|海沿い|山の|ワンルーム|酪農|待合|空港の|シェアハウス|アパート|マンション|借家|下宿|住まい|間借り|炭鉱|りんご園|果樹園|農園|グループホーム|特養|老健|サ高住|部屋|団地|住宅|一戸建|一軒家|持ち家|借家|寮|職場|会社|旅館|工事|施設|保育園|飲食店|店|ホテル|スーパー|工場|農家|農場|現場|改札|ベンチ|ネットカフェ|駐車場|交番|近く|そば|火災|出身|[0-9]+代|(?:小|中|高校?|大)?学?生|方|人(?!口|材|権)|男性|女性|[一-龥ァ-ヶ]{1,5}さん|[一-龥ァ-ヶぁ-ん]{1,12}(?:小学校|中学|中学校|高校|病院|クリニック))|なので|だそう|とのこと|らしい|方面|へ$|\(.{0,6}(?:実家|在住))/;
const LIVES_BEFORE =
  /(?:(?:自宅|住まい|実家|居所)\(|(?:宅|居所|住居)[は:] ?|本籍[地は: ]*|住まい[は: ]*|住所[は: ]*|現住所[は: ]*|居住地[は: ]*|出身[地は: ]*|実家[がは: ]*|転入元[は: ]*|転出先[は: ]*|以前いた|前にいた|(?:以前|先週|前|いま|今|元|直近|世帯|出身)は|住んでい(?:た|る)|暮らしてい(?:た|る)|生まれは|育ちは|(?:夫|妻|父|母|兄|姉|弟|妹|息子|娘|長男|長女|次男|次女|祖母|祖父|本人|子ども|親|さん|くん|ちゃん)(?:さん)?[はが]|生まれた|帰った)$/;
// Said of nobody but a person, whatever else the text is about.
const BELONGS_AFTER =
  /^[市町村区]?(?:在住|出身(?!地|者)|で生まれ|で育|で(?:要介護|要支援|ひとり|独居|療養|年金)|に住(?!民|宅|所)|(?:に|へ|から)引っ?越|(?:に|へ|から)転居|から転入)/;
// Rough sleepers are found at stations and in parks.
const OUTDOORS_AFTER =
  /^(?:の?(?:[東西南北]口|改札|近く|周辺|付近|構内|前|裏|地下|ベンチ|駐車場|トイレ|公衆|公園|駅前|待合(?:室)?|コインロッカー))*(?:[でに]? ?[0-9]+[名人]|に停|で寝|で待ち合わせ|で声|で会|に[0-9]|の近くで|で(?:寝泊|生活|暮|野宿)|近く\)|で発見|で保護|にいる|にいた|の駐車場)|^(?:の?(?:近く|周辺|付近|改札|駐車場|ベンチ))/;
// What follows a municipality as such: an office, a programme, a list of towns.
const LISTED_AFTER = /^(?:市|町|村|区)?(?:では|でも|での|は(?!遠|寒|離)|も|や|と(?!き)|、|・)/;
const OFFICE_AFTER =
  /^(?:市|町|村|区)?(?:役所|役場|社協|社会福祉|振興局|総合|保健|教育|地区連|(?:の|に)?(?:[^、。]{0,8})(?:窓口|担当|事業|取組|取り組み|様子|例|場合|制度|要綱|社協|役所|役場|支援員|相談員|センター|会場|職員|参加者|広報|条例|地下鉄|最低賃金|実績|統計|予算|人口|福祉事務所|直営|委託|社会福祉課))/;

// Who may use a programme, how the roads are; and what is left of an address.
const NOBODYS_AFTER =
  /^\(住所\)|^のよう[にな]|^(?:市|町|村|区)?(?:に(?:お住まい|在住)の方(?:も|は|が)(?:使|利用|対象|申)|方面は|の方(?:なら|は(?:対象|使|[^、。]{0,8}(?:家裁|地裁|裁判所|支部|支所|窓口|センター|法務局|保健所|振興局))|も(?:対象|使)))/;
// 白老からバスで往復: how far it is.
const DISTANT_AFTER = /^(?:市|町|村|区)?から(?:は)?(?:片道|往復|車で|バスで|[0-9])/;

/** Whether a client lives at a place, comes from it or goes there. */
export function concernsClient(
  { text, profile, aboutClient, persons, institutions }: Reading,
  place: Pick<PlaceMention, 'start' | 'end' | 'wider'>,
): boolean {
  const right = after(text, place.end, 30);
  const left = before(text, place.start, 20);
  // Whoever names a person tells of that person's life.
  const named = persons.length > 0;
  if (
    NOBODYS_AFTER.test(right) ||
    (!named && DISTANT_AFTER.test(right)) ||
    /次回|会場|(?:私|わたし|当方)[はも][^。]*$/.test(left)
  )
    return false;
  if (/市内$/.test(place.wider) && OUTDOORS_AFTER.test(right))
    return aboutClient || /(?:近く|周辺|名|待ち合わせ)/.test(right);
  const official = OFFICE_AFTER.test(right) || (!named && LISTED_AFTER.test(right));
  if (official && !LIVES_AFTER.test(right) && !LIVES_BEFORE.test(left)) return false;
  // 札幌市内 is what a ward of Sapporo is generalized to.
  if (/^札幌市?$/.test(text.slice(place.start, place.end)) && /^市?内/.test(right)) return false;
  if (LIVES_BEFORE.test(left) || BELONGS_AFTER.test(right)) return true;
  // 紅林さん（倶知安町、31歳）
  if (/[(、]$/.test(left) && /^、[0-9]{1,3}歳/.test(right)) return true;
  // 旭川の旭見台中学, 江別市の(株)…: where the client's school or employer is.
  const inside = institutions.some(
    ({ start, named, kind }) => start === place.end + 1 && named && kind !== 'public',
  );
  if (inside && aboutClient && text[place.end] === 'の') return true;
  if (LIVES_AFTER.test(right)) return aboutClient;
  const personal = named || profile === 'case' || profile === 'question';
  if (!aboutClient || (!named && /(?:まで|から)[^、。]{0,6}(?:車|バス|フェリー)/.test(right))) return false;
  return personal || /^(?:から|へ|にい|に(?=、|。)|。|\)|$)/.test(right);
}

const messageOf = (place: PlaceMention) =>
  place.small ? '人口の少ない町の名前です。広い地域で言いかえると、ずっと分かりにくくなります。' : undefined;

export const place: Rule = {
  id: 'place',
  severity: 'warning',
  title: '地名',
  message: '住まいや行き先の地名です。広い地域で言いかえると、分かりにくくなります。',
  find(reading) {
    const hits: Hit[] = [];
    for (const mention of reading.places) {
      if (!concernsClient(reading, mention)) continue;
      const replacement = mention.wider === '市内' ? '市内' : mention.wider;
      hits.push({
        start: mention.start,
        end: mention.end,
        weight: 1,
        message: messageOf(mention),
        suggestions: [{ replacement, label: replacement }],
      });
    }
    return hits;
  },
  examples: {
    flagged: [
      { text: '東川町に住む方です', hit: '東川町', suggestion: '上川管内の町' },
      { text: '白石区から歩いて通えるところを本人が希望', hit: '白石区', suggestion: '札幌市内' },
      { text: '仙台市出身の男性', hit: '仙台市', suggestion: '道外' },
    ],
    clean: [
      '小樽市では家計改善を始めた',
      '岩見沢市、三笠市、美唄市の窓口',
      '北海道の最低賃金',
      '空知総合振興局が担当',
    ],
  },
};

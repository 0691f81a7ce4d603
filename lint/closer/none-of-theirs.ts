import type { RuleHit } from '../overlaps.ts';
import type { Reading } from '../reading.ts';
import { after, before } from '../text/context.ts';
import type { Look } from './look.ts';

// 東京で担当していたとき: who answers tells of an own former place.
const FORMERLY =
  /^[市区町村]?(?:に(?:いた|勤めていた|勤務していた)|で(?:担当して|働いて|勤めて|相談員を|支援員を|仕事をして)い?た?)[^、。]{0,4}(?:ころ|頃|とき|時|際)/;
// 函館の皆さん, 利尻みたいな離島
const OF_ALL = /^(?:の皆(?:さん|様)|出身の(?:支援員|職員|相談員|スタッフ|講師)|みたいな|のような|の歴史)/;
// タイの方なら東京まで: whoever it may be.
const WHOEVER = /(?:なら|場合は?|人は|方は)[、 ]?$/;
// 佐川急便の「営業所受取」: what carriers carry.
const CARRIER = /ヤマト|佐川|西濃|福山通運|日通|日本通運|クロネコ|ゆうパック|日本郵便|引越センター|赤帽/;
const PARCEL =
  /伝票|荷物|受け?取|集荷|配達(?!員)|追跡|送り状|不在|宅配便|発送|着払|元払|送料|箱|引き?取り|小物|家具|送[るれっりら]|届い|届く|届か/;
const WORKS = /働|勤|バイト|パート(?!ナー)|就職|面接|退職|辞め|採用|内定|解雇|給料|ドライバーとして|雇/;
// 物流倉庫, 豆腐工場: what sort of place.
const SORT =
  /^(?:物流|流通|配送|食品|冷凍|冷蔵|野菜|水産|木材|豆腐|弁当|部品|自動車|資材|菓子|製菓|家具|印刷|金属|牛乳|縫製|半導体|紙|米|魚|肉)(?:加工)?(?:倉庫|工場|センター|加工場?|物流)$/;
// 施設は北星まきば学園
const HOME_BEFORE = /(?:児童養護施設|養護施設|(?<!福祉|教育|公共)施設|乳児院|更生施設)[はのが:、 「]{1,3}$/;
// シェルター連携, グループホーム付近
const BESIDE =
  /^(?:シェルター|グループホーム|作業所|事業所|宿泊所|サ高住|特養|老健|デイサービス|ショートステイ|ケアハウス)(?:周辺|連携|付近|近く|近辺|不足|待機|待ち|枠|生活|卒業|支援|運営|会議|費用?|職員|担当|側|内|外|間|同士|探し)?$/;
// サザエさんの家
const OF_SOMEBODY = /(?:さん|ちゃん|くん|君)の[家里]$/;
// カード番号 4111 … 有効期限 08/27: a month and a year.
const VALID = /(?:有効期限|期限|EXP|exp|VALID THRU)[:はが ]{0,3}$/;
const CARD = /[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}/;
// (2)年齢: a number of the form, not of years.
const NUMBERED = /^\)年[齢令]/;

// 電話当番日誌 11月18日: when a meeting was, or what day a record is of.
const TITLE =
  /(?:会議|ミーティング|MTG|部会|日誌|当番|連絡会|例会|研修|サロン|食堂|教室|学習会|勉強会|パントリー|反省会|打ち?合わ?せ|朝礼|定例|夜回り|巡回|居場所|集い)[^\n]{0,12}$/;
const isInTitle = (text: string, start: number, end: number) =>
  start < 40 &&
  !text.slice(0, start).trimStart().includes('\n') &&
  /^(?:\([月火水木金土日](?:曜日?)?\))?[)】〕 ]*(?:\n|$)/.test(text.slice(end, end + 10)) &&
  TITLE.test(text.slice(0, start));

const NONE: Readonly<Record<string, (reading: Reading, hit: RuleHit, shown: string) => boolean>> = {
  place: ({ text, profile }, { start, end }, shown) =>
    /^(?:市区町村|(?:港|宿場|城下|門前|温泉|炭鉱|企業|学生)町)$/.test(shown) ||
    OF_ALL.test(after(text, end, 8)) ||
    (profile === 'answer' &&
      FORMERLY.test(after(text, end, 20)) &&
      !/本人|さん|様/.test(before(text, start, 12))) ||
    (/^まで/.test(after(text, end, 2)) && WHOEVER.test(before(text, start, 8))),
  // 中国の家族制度
  nationality: ({ text }, { end }) =>
    /^の(?:家族|夫婦|婚姻|子ども)(?:制度|法|観|政策|関係(?:の|に)|教材|向け)/.test(after(text, end, 10)),
  employer: ({ text }, { start, end }, shown) => {
    if (SORT.test(shown)) return true;
    if (!CARRIER.test(shown)) return false;
    const sentence = before(text, start, 30) + after(text, end, 30);
    return PARCEL.test(sentence) && !WORKS.test(sentence);
  },
  'care-facility': (_, __, shown) => BESIDE.test(shown) || OF_SOMEBODY.test(shown),
  'exact-date': ({ text, persons }, { start, end }, shown) =>
    (isInTitle(text, start, end) && !persons.some((person) => person.end <= start)) ||
    (/^[0-9]{2}\/[0-9]{2}$/.test(shown) &&
      VALID.test(before(text, start, 16)) &&
      CARD.test(before(text, start, 60))),
  'exact-age': ({ text }, { end }) => NUMBERED.test(after(text, end, 4)),
  school: ({ text }, { start }) => HOME_BEFORE.test(before(text, start, 12)),
  // 南郷18丁目駅の3番出口: a station.
  'street-address': (_, __, shown) => /[0-9](?:丁目|条)駅/.test(shown),
};

/** Hits that are none, since they are of everybody, of a sort, of a parcel or of the author's own past. */
export const noneOfTheirs: Look = {
  isNone: (reading, hit) =>
    NONE[hit.rule.id]?.(reading, hit, reading.text.slice(hit.start, hit.end)) ?? false,
};

import type { Hit } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const hit = (start: number, end: number, weight: number, replacement: string): Hit => ({
  start,
  end,
  weight,
  suggestions: [{ replacement, label: replacement }],
});

// 北光2の7の16, 097-0099 緑ヶ丘東通2-9: as one says an address.
const SPOKEN_ADDRESS =
  /(?<=(?:家|自宅|住まい|住所|実家|アパート|宅)[はがの]?[: ]?)(?:[\u3400-\u9fff々ヶ]{1,6}町|[\u3400-\u9fff々ヶ]{2,6})[0-9]{1,2}の[0-9]{1,3}(?![0-9の日月年つ人本番])|(?:(?<=[市区町村])|(?<![\u3400-\u9fff々ヶ]))[\u3400-\u9fff々ヶ]{2,8}[0-9]{1,3}の[0-9]{1,3}の[0-9]{1,4}(?![0-9])(?:[ \n]?[ぁ-ゖァ-ヺー\u3400-\u9fff]{2,12}[0-9]{2,4}(?![0-9年月日円件人名]))?|(?<=[0-9]{3}-[0-9]{4} )[\u3400-\u9fff々ヶぁ-ゖァ-ヺー]{2,10}[0-9]{1,3}-[0-9]{1,3}(?:-[0-9]{1,4}){0,2}(?![0-9-])/g;
const OF_SECTION = /(?:[条項号章節款表図則]|通知|第)$/;

export const spokenAddress: Look = {
  rule: 'street-address',
  find: ({ text, aboutClient }) =>
    aboutClient
      ? matchAll(text, SPOKEN_ADDRESS)
          .filter(({ text: shown }) => !OF_SECTION.test(shown.replace(/[0-9の]+$/, '')))
          .map(({ start, end }) => hit(start, end, 5, '（住所）'))
      : [],
  // バス停「緑町3丁目」: a stop, not where somebody lives.
  isNone: ({ text }, { rule, start }) =>
    rule.id === 'street-address' && /(?:バス停|停留所|電停)[はの:「『 ]{0,2}$/.test(before(text, start, 8)),
};

// 005の0812、川沿12条: before the town that it is of.
const SPOKEN_CODE = /(?<![0-9])[0-9]{3}の[0-9]{4}(?=[、 ]{1,2}[\u3400-\u9fff])/g;

export const spokenCode: Look = {
  rule: 'postal-code',
  find: ({ text, aboutClient }) =>
    aboutClient
      ? matchAll(text, SPOKEN_CODE).map(({ start, end }) => hit(start, end, 6, '（郵便番号）'))
      : [],
};

// 2007ねん5がつ19にち, S五十三.十二.一, 昭・54・7・21: as children and old forms write it.
const BIRTH =
  /(?<=(?:生年月日|誕生日|生まれ)[はがの: |]{1,3})(?:(?:明治|大正|昭和|平成|令和)[0-9元]{1,2}年?\((?:19|20)[0-9]{2}年?\)|(?:19|20)[0-9]{2}年?\((?:明治|大正|昭和|平成|令和|[MTSHR])[0-9元]{1,2}年?\))年?[0-9]{1,2}[月./-][0-9]{1,2}日?|(?<=(?:たんじょうび|うまれた?ひ|生年月日|誕生日)[はがの: ]{1,3})(?:(?:[0-9]{4}ねん)?[0-9]{1,2}がつ[0-9]{1,2}(?:にち|か)|[MTSHR明大昭平令][〇一二三四五六七八九十元]{1,3}[.・,][〇一二三四五六七八九十]{1,3}[.・,][〇一二三四五六七八九十]{1,3}|[MTSHR明大昭平令][・ ][0-9元]{1,2}[・ ][0-9]{1,2}[・ ][0-9]{1,2}(?![0-9]))/g;

export const looseBirth: Look = {
  rule: 'birth-date',
  find: ({ text }) => matchAll(text, BIRTH).map(({ start, end }) => hit(start, end, 6, '（生年月日）')),
};

// ID KS-24-00361, 受付ID:24-W-0088, 受理番号:令7福相第214号, 0507-丙
const DESK_ID =
  /(?<=(?:(?:^|[\n ]|受付|受理|相談|ケース|世帯|整理|台帳|管理)(?:ID|番号)|(?:^|\n)(?:受付|受理))[は: |]{1,3})(?:[A-Z]{1,3}-[0-9]{2}-[0-9]{3,6}|[0-9]{2}-[A-Z]-[0-9]{3,6}|[明大昭平令]?[0-9元]{1,2}[\u3400-\u9fff]{1,4}第[0-9]{1,6}号|(?!第)[\u3400-\u9fff]{1,3}-?[0-9]{2,4}(?:-[0-9]{1,4}){1,2}(?![0-9])|(?:19|20)[0-9]{2}-[A-Z]{1,2}-[0-9]{2,5})|(?<![\u3400-\u9fff])[\u3400-\u9fff]{1,2}相第[0-9][0-9-]{1,8}号|(?<![0-9A-Za-z-])[0-9]{3,6}[-ー][甲乙丙丁](?![\u3400-\u9fff])/g;

export const deskIds: Look = {
  rule: 'case-number',
  find: ({ text, aboutClient }) =>
    aboutClient ? matchAll(text, DESK_ID).map(({ start, end }) => hit(start, end, 7, '（番号）')) : [],
  // 保険の証券番号はH3302-118
  isNone: ({ text }, { rule, start }) =>
    rule.id === 'case-number' &&
    /(?:証券|製造|部品|型|受験|注文)番号[はがの:「 ]{0,2}$/.test(before(text, start, 8)),
};

// 療育B(旭療 第3456号), ■精神3級(北精第88124号): in the brackets behind a handbook.
const HANDBOOK =
  /(?<=(?:手 *帳|療育|身体|精神|愛護|みどり)[^\n(]{0,12}[(、 ](?:番号)? ?)(?<value>(?:(?!番号)[\u3400-\u9fff]{1,3} ?)?第[0-9]{3,8}号)/g;
const SPEAKS_OF_MY_NUMBER = /マイナンバー|マイナポータル|マイナカード|個人番号/;
// 「4417 2093 8856」, 七三〇一 八八四二 〇〇一九: three groups, where the text speaks of such numbers.
const THREE_GROUPS =
  /(?<![0-9][- ]?)[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}(?![- ]?[0-9])|[〇零一二三四五六七八九]{4}[-ー ]?[〇零一二三四五六七八九]{4}[-ー ]?[〇零一二三四五六七八九]{4}/g;

export const spokenIds: Look = {
  rule: 'id-number',
  find: ({ text }) =>
    [
      ...(SPEAKS_OF_MY_NUMBER.test(text) ? matchAll(text, THREE_GROUPS) : []),
      ...matchAll(text, HANDBOOK),
    ].map(({ start, end }) => hit(start, end, 6, '（番号）')),
};

// 折り返し、011 000 64 82: ten digits in four groups.
const FOUR_GROUPS =
  /(?<=(?:電話|折り?返し?|連絡先?|番号|自宅|固定|実家|職場)[^0-9\n]{0,8})0[1-9][0-9]{1,3}(?: [0-9]{2,4}){2,3}(?![ -]?[0-9])/g;
// ０九〇(〇一一八)二二五六: figures of both kinds.
const MIXED =
  /(?<![0-9〇一二三四五六七八九])0(?:九〇|[5789]〇|九0)[ (-]{1,2}[0-9〇一二三四五六七八九]{4}[ )-]{1,2}[0-9〇一二三四五六七八九]{4}(?![0-9〇一二三四五六七八九])/g;

export const loosePhones: Look = {
  rule: 'phone-number',
  find: ({ text, notice }) =>
    notice
      ? []
      : [
          ...matchAll(text, FOUR_GROUPS).filter(({ text: shown }) => shown.replace(/ /g, '').length === 10),
          ...matchAll(text, MIXED),
        ].map(({ start, end }) => hit(start, end, 6, '（電話番号）')),
};

// 道央銀行の002-7713009: a branch's number before the account's.
const WITH_BRANCH =
  /(?<=(?:銀行|信金|信用金庫|信組|農協|ろうきん|労金|[支本]店)の?[ :]?)[0-9]{3}[- ][0-9]{7}(?![0-9-])/g;

export const accountsWithBranch: Look = {
  rule: 'bank-account',
  find: ({ text, notice }) =>
    notice ? [] : matchAll(text, WITH_BRANCH).map(({ start, end }) => hit(start, end, 6, '（口座番号）')),
};

const NETWORKS = /インスタ|Instagram|TikTok|ティックトック|ツイッター|Twitter|スレッズ|Threads|ストーリー/;
// haru_pyon.0x0: a name on a network, beside the network's.
const HANDLE =
  /(?<![A-Za-z0-9_.@/:-])(?=[a-z0-9_.]*[a-z])[a-z0-9]+(?:[_.][a-z0-9]+)+(?![A-Za-z0-9_@/-]|\.[a-z])/g;
// LINEの名前「minato☆0829」: figures and signs, in quotation marks behind the network's name.
const SHOWN_NAME =
  /(?<=(?:LINE|ライン|インスタ|Instagram|TikTok|ツイッター|Discord|ディスコード|メッセンジャー|カカオ)の(?:名前|表示名|アカウント名?|ユーザー名|ID)[はが]? ?[「『])(?=[^「」『』\n]*[0-9_☆★♪♡♥~])[A-Za-z0-9_.☆★♪♡♥~ぁ-ゖァ-ヺー-]{4,24}(?=[」』])/g;
const FILE_OR_SITE =
  /\.(?:jp|com|net|org|io|tv|pdf|docx?|xlsx?|pptx?|jpe?g|png|txt|csv|md|zip|html?|mp[34])$/;
/** UTF-16 code units from a handle to the network's name. */
const NEAR = 30;

export const handles: Look = {
  rule: 'account-id',
  find: ({ text, notice }) =>
    notice || !(NETWORKS.test(text) || text.includes('の名前') || text.includes('アカウント'))
      ? []
      : [
          ...matchAll(text, SHOWN_NAME),
          ...matchAll(text, HANDLE).filter(
            ({ start, end, text: shown }) =>
              !FILE_OR_SITE.test(shown) && NETWORKS.test(text.slice(Math.max(0, start - NEAR), end + NEAR)),
          ),
        ].map(({ start, end }) => hit(start, end, 6, '（アカウント）')),
};

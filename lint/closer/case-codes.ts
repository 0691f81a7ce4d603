import type { Hit } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// What a desk, an office or a lender numbers: its cases and whoever comes.
const THING =
  '(?:ケース(?:記録)?|受付|受理|整理|世帯|相談|台帳|案件|管理|支援(?:対象者)?|個票|利用者|相談者|対象者|記録|申請|決定|登録|面談|通告|措置|保護|届出?|調査票?|プラン|計画|インテーク|アセスメント|借受人|貸付|名簿|通し|ファイル|カルテ|患者|診察券|住確|住居確保給付金|給付金|紹介|引継ぎ?|訪問)';
const LABEL = `(?:(?:様|さん|氏|本人)の番号|${THING}の?(?:番号|No\\.?|NO\\.?|№|ナンバー|ID|コード)|(?:^|(?<=[\\n 、。【(・]))(?:ケース(?:記録)?|受付|受理|整理|台帳|個票|案件|№|支援ID|相談ID)(?=[ :【#]|(?:No|NO)\\.?|№)|(?:ケース|整理|プラン|計画|台帳|世帯)(?=[ (「]{0,1}[\\u3400-\\u9fffA-Z]{0,3}-?[0-9]{1,4}-[0-9]))`;
const BETWEEN = '(?:(?:は|が|の|を|「|『|\\(|【|】|→|:|=|#|№|(?:No|NO)\\.?| ){0,4})';
const DIGIT = '[0-9〇一二三四五六七八九]';
// 北-2024-118, 令6措第118号, 札東署第2210号, IN-2024-0077, tsk-00231, 三一七-二, 0231-A
const CODE = `(?:[明大昭平令]?[0-9元]{1,2}(?=[\\u3400-\\u9fff]{1,4}第))?(?:(?!番号|各|本日|毎|平日|全|約|計|未|下|上|末尾|先頭)[\\u3400-\\u9fff]{1,4}|[A-Za-z]{1,4})?[-ー]?第?[A-Z]{0,2}${DIGIT}{1,8}(?:[-ー_/](?:${DIGIT}{1,8}|[A-Z]{1,3}|[\\u3400-\\u9fffぁ-ん]{1,2}(?=[-ー]))){0,4}号?`;
const LABELLED = new RegExp(
  `(?<=${LABEL}${BETWEEN})${CODE}(?!\\)?[0-9A-Za-z]|\\([0-9]|[-ー][0-9A-Z]|[号]?[室棟]|[年月日時件名人円歳%か世万級回番条桁枚個台階分本頁]|の(?:形|よう|順|書式|様式))`,
  'g',
);
// 佐藤さん(R5-0877), 佐藤さんのファイルは0417-B, 案件0231-A: a number with a letter or a year, by somebody's name.
const IN_BRACKETS =
  /^(?:さん|様|氏|さま|君|くん)?(?:世帯)?\((?<code>(?:[A-Z]{1,3}-?[0-9]{3,6}|[RHS][0-9]{1,2}-[0-9]{2,6}|(?:20)?[0-9]{2}-[0-9]{3,5}))(?=[)、 ])/;
const WITH_LETTER =
  /(?<=(?:案件|ファイル|台帳|記録|個票|ケース)(?:は|の|が|:|「| ){0,2})[0-9]{3,6}[-ー][A-Z甲乙丙丁](?![A-Za-z0-9])/g;

const digits = (code: string) => code.replace(/[^0-9〇一二三四五六七八九]/g, '').length;
/** 2024-03-18, 3/18: days are told by others. */
const IS_DAY = /^(?:(?:19|20)[0-9]{2}[-/][01]?[0-9][-/][0-3]?[0-9]|[01]?[0-9]\/[0-3]?[0-9])$/;

// 台帳、番号は北-0613: a letter or a character before the figures.
const PLAIN_NUMBER =
  /(?<=番号(?:は|が|:|の){1,2}[「 ]?)(?:[\u3400-\u9fff]{1,3}|[A-Z]{1,3})-[0-9]{2,6}(?:-[0-9]{1,5})?(?![0-9-])/g;
// 帯-2024-18, 06-K-031: no other word is written so.
const BY_FORM =
  /(?<![\u3400-\u9fffA-Za-z0-9ァ-ヺー-])(?:[\u3400-\u9fff]{1,2}-(?:20)?[0-9]{2}-[0-9]{2,5}|(?:20|[RHS])?[0-9]{1,2}-[A-Zぁ-ん]-[0-9]{3,5})(?![0-9A-Za-z-]|[年月日時件名人円歳])/g;
/** 090-1234-5678, 0139-22-3344 */
const IS_PHONE = /^0[0-9]{1,4}[-ー][0-9]{2,4}(?:[-ー][0-9]{3,4})?$|^0[0-9]{9,10}$/;
/** 05-B-0233: only numbers of cases have a part that is a letter or a character. */
const OF_PARTS = /[0-9]-[A-Zぁ-ん\u3400-\u9fff]-[0-9]/;
/** Numbers of things that are bought and sent. */
const OF_THINGS =
  /(?:契約|客様|顧客|送り?状|追跡|伝票|注文|会員|予約|問い?合わ?せ|製品|商品|型|ロット|口座振替|インボイス|適格請求書の登録)番号|(?:Zoom|ZOOM|ミーティング|会議)(?:ID)?[はがの:「 ]{0,2}$/;

const hit = (start: number, end: number): Hit => ({
  start,
  end,
  weight: 6.5,
  suggestions: [{ replacement: '（番号）', label: '（番号）' }],
});

/** Numbers under which a client is kept somewhere, in whatever form the desk gives them, by the word before them. */
export const caseCodes: Look = {
  rule: 'case-number',
  find({ text, aboutClient, persons }) {
    const labelled = matchAll(text, LABELLED).filter(
      ({ text: code }) =>
        digits(code) >= 3 &&
        !IS_DAY.test(code) &&
        !IS_PHONE.test(code) &&
        (aboutClient || OF_PARTS.test(code)),
    );
    if (!aboutClient) return labelled.map(({ start, end }) => hit(start, end));
    const beside = persons.flatMap(({ end }) => {
      const match = IN_BRACKETS.exec(text.slice(end, end + 24));
      const code = match?.groups?.code;
      if (!match || !code) return [];
      const start = end + match[0].length - code.length;
      return [{ start, end: start + code.length }];
    });
    return [
      ...labelled,
      ...beside,
      ...matchAll(text, WITH_LETTER),
      ...matchAll(text, BY_FORM),
      ...matchAll(text, PLAIN_NUMBER),
    ].map(({ start, end }) => hit(start, end));
  },
  isNone: ({ text }, { rule, start }) => rule.id === 'case-number' && OF_THINGS.test(before(text, start, 16)),
};

import type { Rule } from '../rule.ts';
import { around, before } from '../text/context.ts';
import { numberOf } from '../text/kanji-number.ts';
import { matchAll } from '../text/match.ts';

const AMOUNT =
  /(?<![0-9,.])(?:(?<yen>[¥￥] ?[0-9][0-9,]{2,12})(?![0-9,]*[円])|(?<sum>(?:[0-9]{1,4}億)?(?:[0-9〇一二三四五六七八九十百千]{1,6}万 ?)?(?:[0-9][0-9,]{0,12}|[〇一二三四五六七八九十百千]{1,9})) ?円)/g;
// Amounts of rules, programmes and price lists.
const OF_RULES =
  /上限|以内|基準|予算|総額|補助|委託|最低賃金|扶助|級地|加算|単価|定額|税込|税抜|参加費|会費|受講料|料金表|手数料|1人あたり|一人あたり|一律|限度額|日額|控除|所得|支給額|およそ|おおむね|ISBN|円前後|円程度|円台|告示|単身世帯は|本体|価格|協力金|助成|収支|支出|繰越|決算|会計報告|事業費|月額|全部支給|一部支給|上乗せ|全額免除|減免|(?:令和|平成|R|H)[0-9元]{1,2}年度|の例|件\(合計/;
// Bills and benefits that stand in price lists as well.
const WEAK_TIE =
  /(?:国民|基礎|厚生)年金|年金(?=生活者|の?保険|相談)|国保|電気|ガス|水道|家賃|学費|医療費|手当|請求|灯油代|携帯/g;
const TIE =
  /残高|遺留金|残金|所持金|手持ち|滞納|未納|年金|薬代|貯金|貯蓄|預金|借金|借入|負債|返済|通帳|義援金|引き出|請求|国保|電気|ガス|水道|家賃|給料|給与|手取り|収入|学費|医療費|入院費|養育費|保護費|手当|足りない|払え|赤字|督促|本人|分納|慰謝料|退職金|賞与|相続|灯油代|携帯/;

/** Digits of an amount that are not zeros at its end: 36,000 has two. */
const significantDigits = (amount: number) => String(amount).replace(/0+$/, '').length;

/** 83,412 → 約8万円 */
function rounded(amount: number): string {
  if (amount >= 10_000) return `約${Math.round(amount / 10_000)}万円`;
  return `約${Math.round(amount / 1_000)}千円`;
}

export const exactAmount: Rule = {
  id: 'exact-amount',
  severity: 'warning',
  title: '細かい金額',
  message: '一円までの金額です。「約8万円」のように丸めると、同じ話が伝わります。',
  find: ({ text, aboutClient }) =>
    matchAll(text, AMOUNT).flatMap(({ start, end, text: shown }) => {
      const amount = numberOf(shown.replace(/[¥￥円]/g, ''));
      if (!Number.isFinite(amount) || significantDigits(amount) < 4 || amount < 1_000) return [];
      const sentence = around(text, start, end, 40);
      const tied = TIE.test(aboutClient ? sentence : sentence.replace(WEAK_TIE, ''));
      if (
        OF_RULES.test(sentence) &&
        !(
          aboutClient && !/会計|決算|予算|報告/.test(sentence)
            ? /残高|所持金|滞納|本人|通帳|収入|手取り|年金/
            : /残高|所持金|滞納|本人|通帳/
        ).test(before(text, start, 24))
      )
        return [];
      if (!tied && !aboutClient) return [];
      const replacement = rounded(amount);
      return [{ start, end, weight: 2, suggestions: [{ replacement, label: replacement }] }];
    }),
  examples: {
    flagged: [
      { text: '通帳の残高は83,412円です', hit: '83,412円', suggestion: '約8万円' },
      { text: '年金は二か月で十一万三千四百二十円', hit: '十一万三千四百二十円', suggestion: '約11万円' },
    ],
    clean: ['10万円を上限とします', '家賃は38,000円です', '予算総額は1,234,567円', '最低賃金は1,010円です'],
  },
};

import type { Hit } from '../rule.ts';
import { around, before } from '../text/context.ts';
import { numberOf } from '../text/kanji-number.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// 灯油が3万4,180円, 電気￥9,276: what a household pays, behind what it is for.
const AMOUNT =
  /(?<![0-9,.])(?:[¥￥] ?[0-9]{1,3},?[0-9]{3}(?![0-9,]*円)|(?:[0-9]{1,3}万 ?)?[0-9]{1,3},?[0-9]{3} ?円)/g;
const FOR_WHAT =
  /(?:灯油|電気|ガス|水道|上下水|光熱|家賃|食費|携帯|スマホ|通信|薬|医療|入院|受診|治療|保育|給食|学用品|塾|保険|税|ローン|返済|仕送り|タバコ|酒)(?:代|料|費)?(?:が|は|の|に|で|:|、| ){0,2}(?:約|計|毎月|月々?|月額)?$/;
/** What everybody pays, or gets. */
const FOR_ALL = /満額|基本料|年度|一般的|相場|目安|平均|の町が|いずれも|定額|法定|料金表|改定/;
/** Digits that are not noughts at the end. */
const LEAST = 4;

/** Amounts of a client's household, in a text that speaks of income and spending as rules do. */
export const householdAmounts: Look = {
  rule: 'exact-amount',
  find: ({ text, persons, profile, notice }) =>
    notice || !(persons.length > 0 || profile === 'case')
      ? []
      : matchAll(text, AMOUNT).flatMap(({ start, end, text: shown }): Hit[] => {
          const amount = numberOf(shown.replace(/[¥￥円]/g, ''));
          if (!Number.isFinite(amount) || String(amount).replace(/0+$/, '').length < LEAST) return [];
          if (!FOR_WHAT.test(before(text, start, 12)) || FOR_ALL.test(around(text, start, end, 30)))
            return [];
          const replacement =
            amount >= 10_000 ? `約${Math.round(amount / 10_000)}万円` : `約${Math.round(amount / 1_000)}千円`;
          return [{ start, end, weight: 1.9, suggestions: [{ replacement, label: replacement }] }];
        }),
};

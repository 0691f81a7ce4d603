import { after, before } from '../text/context.ts';
import type { Look } from './look.ts';

// 受付312、プラン128, 本人 96、家族 41: what is counted follows what is counted.
const NEXT_COUNT = /^(?:件|人|名)?[、,・/] ?[^0-9、。,()\n]{1,10}? ?[0-9]{1,4}(?![0-9-]|歳|才|月|日|\/|年生)/;
const STATISTICS = /件|割合|内訳|経路|合計|延べ|%|その他|前年|統計|実績|集計|人数|回数|年度/;

/** Numbers of a table of figures that was written out. */
export const counts: Look = {
  isNone({ text }, { rule, start, end }) {
    if (rule.id !== 'case-number' && rule.id !== 'exact-age') return false;
    if (!/^[0-9]{1,4}$/.test(text.slice(start, end)) || !NEXT_COUNT.test(after(text, end, 20))) return false;
    const left = before(text, start, 60);
    return (
      !/番号|№|No/.test(left.slice(-8)) && STATISTICS.test(text.slice(Math.max(0, start - 80), end + 80))
    );
  },
};

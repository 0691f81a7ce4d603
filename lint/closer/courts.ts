import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// 令和7年(ワ)第50号, R6(家イ)9031: the year, the court's sign for the kind of case, the number. What the highest courts
// decide (オ, 受, 行ツ) is published, and so are the sentences of others.
const YEAR = '(?:令和|平成|[HR令平]) ?(?:[0-9元]{1,4}|[一二三四五六七八九十元]{1,3})年? ?';
const SIGN =
  '\\((?:[イハロワフヌルケヨモノネラミソチトリナレ]|家[イロホハニ]?|少コ?|再[イハ]?|配チ?|財チ?|破)\\)';
const NUMBER = new RegExp(`${YEAR}${SIGN} ?第? ?[0-9]{1,6}号?|${SIGN} ?第? ?[0-9]{1,6}号`, 'g');
const PUBLISHED = /判決|判例|最判|高裁|裁決|決定(?:は|で)|リーディング|訴訟の(?:意義|概要|経過)/;

/** Numbers that a court gave to a client's case. */
export const courtNumbers: Look = {
  rule: 'case-number',
  find: ({ text, aboutClient }) =>
    !aboutClient || !text.includes('(')
      ? []
      : matchAll(text, NUMBER)
          .filter(({ start, end }) => !PUBLISHED.test(text.slice(Math.max(0, start - 20), end + 20)))
          .map(({ start, end }) => ({
            start,
            end,
            weight: 6,
            suggestions: [{ replacement: '（番号）', label: '（番号）' }],
          })),
};

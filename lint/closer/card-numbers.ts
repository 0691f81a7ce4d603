import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import { isOtherNumber } from '../text/number-labels.ts';
import type { Look } from './look.ts';

// 番号（第0071152号）: so are numbers of booklets written.
const BOOKLET = /(?<=番号[はがの: 「(]{0,2})(?:[\u3400-\u9fff]{1,4})?第[0-9]{5,12}号/g;
const OF_CARD = /免許|手帳|証の|証を|証が|証は|カード|保険証|マイナンバー|個人番号|旅券|パスポート/;
// 布施さんの、番号 400123456780 まで丸見え: twelve digits that are called a number and nothing else.
const TWELVE = /(?<=番号[はがの: 「(]{0,2})[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9]|-[0-9])/g;

/** Numbers of a licence or of another card, in a text about somebody. */
export const cardNumbers: Look = {
  rule: 'id-number',
  find: ({ text, aboutClient }) =>
    !aboutClient && !OF_CARD.test(text)
      ? []
      : [...matchAll(text, TWELVE), ...(OF_CARD.test(text) ? matchAll(text, BOOKLET) : [])]
          .filter(({ start }) => !isOtherNumber(text, start))
          .map(
            ({ start, end }): Hit => ({
              start,
              end,
              weight: 3,
              suggestions: [{ replacement: '（番号）', label: '（番号）' }],
            }),
          ),
};

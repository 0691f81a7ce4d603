import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import { isOtherNumber } from '../text/number-labels.ts';
import type { Look } from './look.ts';

// 布施さんの、番号 400123456780 まで丸見え: twelve digits that are called a number and nothing else.
const TWELVE = /(?<=番号[はがの: 「]{0,2})[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9]|-[0-9])/g;

/** Numbers of a licence or of another card, in a text about somebody. */
export const cardNumbers: Look = {
  rule: 'id-number',
  find: ({ text, aboutClient }) =>
    !aboutClient
      ? []
      : matchAll(text, TWELVE)
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

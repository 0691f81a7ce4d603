import type { Rule } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import { isOtherNumber } from '../text/number-labels.ts';

const CARD =
  /(?<![0-9A-Za-z]|[0-9][-./])[0-9]{4}(?:[- ]?[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{2,4}|[- ]?[0-9]{6}[- ]?[0-9]{4,5})(?![0-9A-Za-z]|[-./][0-9])/g;
const LABEL = /(?:カード|クレジット|デビット|クレカ|会員番号|キャッシュ)[^。\n]{0,24}$/;

/** Whether digits pass the check of ISO/IEC 7812 (Luhn), as card numbers do. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

export const cardNumber: Rule = {
  id: 'card-number',
  severity: 'error',
  title: 'カード番号',
  message: 'カードの番号です。番号は、だれのものでも載せられません。',
  find: ({ text }) =>
    matchAll(text, CARD).flatMap(({ start, end, text: shown }) => {
      const digits = shown.replace(/\D/g, '');
      const certain = passesLuhn(digits) && /^[2-6]/.test(digits);
      // People mistype: a labelled number that fails the check is a card number all the same.
      if (isOtherNumber(text, start) || /^97[89]/.test(digits)) return [];
      if (!certain && !(digits.length >= 14 && LABEL.test(before(text, start, 40)))) return [];
      return [
        {
          start,
          end,
          certain,
          weight: 8,
          suggestions: [{ replacement: '（カード番号）', label: '（カード番号）' }],
        },
      ];
    }),
  examples: {
    flagged: [
      {
        text: '番号が4111 1111 1111 1111と読めます',
        hit: '4111 1111 1111 1111',
        suggestion: '（カード番号）',
      },
      {
        text: 'カード（３７８２ ８２２４６３ １０００５）',
        hit: '３７８２ ８２２４６３ １０００５',
        suggestion: 'カード番号',
      },
    ],
    clean: ['ISBN978-4-00-000000-2', '法人番号1430005999999'],
  },
};

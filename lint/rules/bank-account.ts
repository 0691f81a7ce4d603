import type { Rule } from '../rule.ts';
import { matchAll } from '../text/match.ts';

const POST_BANK =
  /(?:記号|ゆうちょ(?:銀行)?)[^0-9。\n]{0,4}(?<value>[0-9]{5}(?:-?[0-9])?[、・, のと-]{0,3}(?:番号[^0-9。\n]{0,4}[0-9]{2,8}|(?<=[- ])[0-9]{6,8}))(?![0-9])/g;
const ACCOUNT =
  /(?:普通(?:預金)?|\((?:普|当)\)|当座(?:預金)?|貯蓄(?:預金)?|口座番号|口座No\.?|口座|通帳|銀行|信金|信用金庫|信組)[^0-9。\n\u2029]{0,12}(?<value>[0-9](?:[- ]?[0-9]){5,7})(?![0-9]|-[0-9]|[円名件人年%])/g;

// 0451882（北洋の普通）
const ACCOUNT_BEFORE_BANK =
  /(?<![0-9-])(?<value>[0-9]{7}) ?\((?=[^()\n]{0,12}(?:銀行|信金|信組|農協|支店|普通|当座))/g;

export const bankAccount: Rule = {
  id: 'bank-account',
  severity: 'error',
  title: '口座番号',
  message: '口座番号です。番号は、だれのものでも載せられません。',
  find: ({ text }) =>
    [...matchAll(text, POST_BANK), ...matchAll(text, ACCOUNT), ...matchAll(text, ACCOUNT_BEFORE_BANK)].map(
      ({ start, end }) => ({
        start,
        end,
        weight: 8,
        suggestions: [{ replacement: '（口座番号）', label: '（口座番号）' }],
      }),
    ),
  examples: {
    flagged: [
      { text: '振込先は普通 1234567です', hit: '1234567', suggestion: '（口座番号）' },
      { text: 'ゆうちょ 記号19050 番号12345671', hit: '19050 番号12345671', suggestion: '（口座番号）' },
    ],
    clean: ['口座番号や通帳のコピーは控えません', '普通救命講習は3時間です'],
  },
};

import type { Rule } from '../rule.ts';
import { matchAll } from '../text/match.ts';

const PLATE =
  /(?:[一-龥ヶ]{1,4}(?<!番号|部屋|[号室])|つくば|とちぎ|なにわ|いわき|飛騨|富士山|(?<![ぁ-んァ-ヶ一-龥])[ぁ-ん]{2,4})[ 　]?[0-9]{2,3}[A-Z]?[ ]?[あ-んA-Z](?<![おしへん])[ ]?(?:[・.]{0,3}[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}|(?<=[0-9]{3}[ ]?[あ-ん][ ]?)[0-9]{1,3}|[・.]{1,3}[0-9]{1,3})(?![0-9:時月日年円件人名か]|-[0-9])/g;

// A moped has its plate from the town: 室蘭市 あ 12-07.
const MOPED =
  /(?:原付|原チャリ|バイク|スクーター|ナンバー)[^。\n]{0,10}?(?<value>[\u3400-\u9fff]{1,5}[市町村区] ?[あ-んA-Z] ?(?:[0-9]{1,2}-[0-9]{2}|[0-9]{2,4}))(?![0-9-])/g;

export const vehicleNumber: Rule = {
  id: 'vehicle-number',
  severity: 'error',
  title: '車のナンバー',
  message: '車のナンバーです。持ち主にたどり着けます。',
  find: ({ text }) =>
    [...matchAll(text, PLATE), ...matchAll(text, MOPED)].map(({ start, end }) => ({
      start,
      end,
      weight: 5,
      suggestions: [{ replacement: '（車のナンバー）', label: '（車のナンバー）' }],
    })),
  examples: {
    flagged: [
      { text: '車は札幌 501 さ 12-34の軽', hit: '札幌 501 さ 12-34', suggestion: '（車のナンバー）' },
      {
        text: '函館３００す５−４３が停まっている',
        hit: '函館３００す５−４３',
        suggestion: '（車のナンバー）',
      },
    ],
    clean: ['令和4年度は312件から12-34まで', '様式03-2を使います'],
  },
};

import type { Rule } from '../rule.ts';
import { matchAll } from '../text/match.ts';

const LABELLED =
  /(?:(?:ケース|受付|受理|整理|世帯|相談|台帳|案件|管理|支援|個票|利用者|相談者|対象者|記録|申請|決定|登録|面談|通告|措置)(?:番号|No\.?|NO\.?|ナンバー|ID)|ケース|受付簿?|台帳(?= ?[:|])|№)[はがの:|「『(= ]{0,3}(?:番号)?[はがの:|「『(= ]{0,3}(?:No\.?|NO\.?|№|#)? ?(?<value>(?:(?:20|[RHS])[0-9]{1,2}-[\u3400-\u9fff]{1,2}-?[0-9]{2,6}|[\u3400-\u9fff][0-9]{1,2}第[0-9]{1,6}号|[\u3400-\u9fff]{1,2}-(?:[0-9]{2}-)?[0-9]{3,8}|[0-9]{3,6}-[A-Z]|[A-Z]{0,4}[0-9]{0,4}(?:-?[0-9]){2,12}|第[A-Z]{0,2}[0-9]{0,4}(?:-?[0-9]){2,8}号))(?![0-9]|-[0-9]|-?[0-9]?[:時件名人円月日年歳%か世万級回番条])/g;

// 番号はK07-0052: a letter and a running number.
const WITH_LETTER = /(?<=番号は[「 ]?)[A-Z]{1,3}[0-9]{0,4}-[0-9]{3,6}(?![0-9-])/g;

// R6-11-205の方, 2024-0733のファイル: a year and a running number, said of somebody or of their file.
const BY_YEAR =
  /(?<![0-9A-Za-z.-]|様式|第|号|要綱|通知)(?:(?:R[0-9]{1,2}|(?:19|20)[0-9]{2})-[0-9]{1,5}(?:-[0-9]{2,5})?|(?:[0-9]{2}|[A-Z]{1,2}[0-9]{0,2})-[0-9]{3,5})(?=」?の(?:方(?!法|針)|件|ファイル|ケース|記録|台帳|世帯)|」と(?:付|いう名)| ?[^ 0-9)。]{1,5}(?:様|さん|氏))/g;

// ケース番号（2024-0087と2024-0113）: one number makes another of the next.
const NEXT =
  /(?<=(?:ケース|受付|整理|相談|世帯)番号[^。\n]{0,30}[0-9](?:と|、|や|,) ?)[A-Z0-9]{1,5}-[0-9]{2,5}(?![0-9-])/g;

export const caseNumber: Rule = {
  id: 'case-number',
  severity: 'error',
  title: 'ケース番号',
  message: '相談者の台帳の番号です。台帳を見る人には、だれのことか分かります。',
  find: ({ text }) =>
    [
      ...matchAll(text, LABELLED),
      ...matchAll(text, BY_YEAR),
      ...matchAll(text, NEXT),
      ...matchAll(text, WITH_LETTER),
    ]
      .filter((match) => match.text.replace(/\D/g, '').length >= 3)
      .map(({ start, end }) => ({
        start,
        end,
        weight: 6,
        suggestions: [{ replacement: '（番号）', label: '（番号）' }],
      })),
  examples: {
    flagged: [
      { text: 'ケース番号 2023-0417 の方', hit: '2023-0417', suggestion: '（番号）' },
      { text: '整理番号　１２−３４５', hit: '１２−３４５', suggestion: '（番号）' },
    ],
    clean: ['受付は10:00から、受付時間を守ります', '相談件数 152件', 'ケース番号は台帳だけに書きます'],
  },
};

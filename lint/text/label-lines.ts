import type { Unmarked } from './markup.ts';
import { execAll } from './match.ts';

const LABEL =
  '(?:氏 ?名|お?名前|なまえ|ふりがな|フリガナ|本名|旧姓|相談者|対象者|申請者|世帯主|本人|配偶者|夫|妻|父|母|長男|長女|次男|次女|' +
  '生年月日|誕生日|年齢|住 ?所|現住所|居所|本籍|郵便番号|電話(?:番号)?|携帯(?:番号|電話)?|自宅|TEL|FAX|メール(?:アドレス)?|E-?mail|' +
  '(?:LINE ?|ライン)ID|アカウント(?:名)?|マイナンバー|個人番号|基礎年金番号|年金番号|(?:介護保険|雇用保険|国保)?被保険者番号|保険証(?:番号)?|' +
  '免許証(?:番号)?|旅券番号|パスポート(?:番号)?|在留カード(?:番号)?|診察券番号|受給者(?:証)?番号|手帳(?:番号)?|' +
  'ケース番号|受付番号|整理番号|世帯番号|口座番号|普通|当座|カード番号|ナンバー|車両番号)';
/** Other heads of tables, whose cells stand in lines as well. */
const HEAD = '(?:メモ|備考|内容|続柄|性別|担当(?:者)?|日付|状況|結果|対応|摘要|区分|種別|番号|件数|金額)';
// A line that is a label and nothing else, and a line that says something behind it.
const ALONE = new RegExp(
  `(?<=(?:^|\\n)[ \\t　・●■□◆【〔]{0,2}${LABEL}[】〕:：]?[ \\t　]{0,2})\\n(?![ \\t　]{0,2}(?:${LABEL}|${HEAD})[】〕:：]?[ \\t　]{0,2}(?:\\n|$))(?=[ \\t　]{0,2}[^\\n\\s])`,
  'gi',
);

/**
 * A form in which each value stands on the line below its label, as forms and PDFs are pasted: as if it stood behind it.
 *
 * @returns undefined for a text without such lines, which is nearly every one
 */
export function withLabelsJoined(typed: string): Unmarked | undefined {
  if (!typed.includes('\n')) return undefined;
  const ends = execAll(typed, ALONE);
  if (ends.length === 0) return undefined;
  const units = typed.split('');
  for (const { index } of ends) units[index] = /[:：]$/.test(typed.slice(0, index).trimEnd()) ? ' ' : ':';
  return { text: units.join(''), original: (start, end) => ({ start, end }) };
}

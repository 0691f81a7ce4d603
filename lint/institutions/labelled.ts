import { matchAll } from '../text/match.ts';
import type { Institution, InstitutionKind } from './find.ts';

const LABELS: ReadonlyArray<{ kind: InstitutionKind; label: string }> = [
  {
    kind: 'employer',
    label:
      '(?:元の?|前の?)?(?:勤務先|勤め先|職場|就労先|就職先|派遣先|雇用主|パート先|バイト先|実習先|会社名?)',
  },
  { kind: 'school', label: '(?:学校名?|在籍校|出身校|通学先|保育園|幼稚園)' },
  { kind: 'medical', label: '(?:通院先|入院先|受診先|かかりつけ医?|主治医|医療機関|病院名?)' },
  { kind: 'care', label: '(?:入所先|入居先|通所先|利用施設|施設名|利用事業所|事業所名)' },
];

// What stands in such a line without being a name: nothing, a trade, a job, an area.
const NO_NAME =
  /^(?:なし|無し|無|不明|未定|未確認|同上|同じ|あり|有|自営|農家|実家|[0-9].*)$|(?:業|職|員|士|師|仕事|現場|パート|アルバイト|バイト|内職|中|系|関係|手伝い|清掃|介護|配達|製造|派遣|日雇い?|作業|補助|予定|希望|学年|年生|科)$|^(?:市|町|村|区|道|県)?[内外]|近所|近く|[A-Z](?:社|校|病院|事業所)|の(?:会社|病院|学校|高校|工場|店)$|さん|氏/;

// 勤 務 先: forms spread the characters of a label over its column.
const spaced = (label: string) => label.replace(/(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])/g, ' ?');

const PATTERNS = LABELS.map(({ kind, label }) => ({
  kind,
  pattern: new RegExp(
    `(?<=^|[\\n|■●○・【 \\u2029])${spaced(label)}[】 ]{0,2}[:| ]{1,3}(?<value>[^\\n|、。,:()\\u2029]{2,24})`,
    'g',
  ),
}));

/** What stands as a line or a cell of a table after 勤務先：, 通院先 | and the like, whatever the name looks like. */
export function findLabelled(text: string): Institution[] {
  return PATTERNS.flatMap(({ kind, pattern }) =>
    matchAll(text, pattern).flatMap(({ start, text: cell }) => {
      const value = cell.trim();
      if (value.length < 2 || NO_NAME.test(value) || /[はがをに](?![ぁ-ゖ])/.test(value)) return [];
      const from = start + cell.indexOf(value);
      return [{ start: from, end: from + value.length, kind, named: true }];
    }),
  );
}

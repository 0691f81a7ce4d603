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

// 勤務先の丘の上惣菜店は, アルバイト先（弁当のまるよし）: within a sentence, up to the particle after the name.
const INLINE: ReadonlyArray<{ kind: InstitutionKind; label: string }> = [
  { kind: 'employer', label: '(?:勤務先|勤め先|就労先|就職先|アルバイト先|バイト先|パート先)' },
  { kind: 'care', label: '(?:避難先|入所先|入居先|通所先)' },
];
const INLINE_PATTERNS = INLINE.map(({ kind, label }) => ({
  kind,
  pattern: new RegExp(
    `${label}(?:の|は|[(「])(?<value>[^、。,:()「」\\n\\u2029 はがをにでもへ]{3,14}?)(?=[)」]|[はがをにでもへ](?:も)?)`,
    'g',
  ),
}));
// What belongs to a place of work or stands for it.
const OF_WORK =
  /^(?:見込|上司|同僚|店長|社長|会社|工場|都合|事情|理解|協力|人間|シフト|近く|変更|見学|面接|開拓|確保|紹介|倒産|閉店|職員|社員|担当|健康|制度|場所|名前|連絡|電話|書類|証明|離職|給料|賃金|休業|市内|町内|管内|道内|地元|別|多く|ほとんど|すべて|どこ|ここ|施設|相談|支援|条件|候補|選択|情報|環境|寮|部屋)/;

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
  const inline = INLINE_PATTERNS.flatMap(({ kind, pattern }) =>
    matchAll(text, pattern).flatMap(({ start, end, text: value }) =>
      OF_WORK.test(value) || NO_NAME.test(value) || /^[ぁ-ゖ]+$/.test(value)
        ? []
        : [{ start, end, kind, named: true }],
    ),
  );
  const lines = PATTERNS.flatMap(({ kind, pattern }) =>
    matchAll(text, pattern).flatMap(({ start, text: cell }) => {
      const value = cell.trim();
      if (value.length < 2 || NO_NAME.test(value) || /[はがをに](?![ぁ-ゖ])/.test(value)) return [];
      const from = start + cell.indexOf(value);
      return [{ start: from, end: from + value.length, kind, named: true }];
    }),
  );
  return [...lines, ...inline];
}

import writeExcelFile from 'write-excel-file/node';
import type { PersonReply } from '#app/domain/surveys/replies.server.ts';
import type { SurveyResults } from '#app/domain/surveys/results.server.ts';
import { KIND_NAMES } from '#app/ui/survey/words.ts';
import type { Cell } from './csv.ts';

const HEADINGS = ['質問', 'たずねたこと', '答えかた', 'n', '答え', '人数', '割合（％）'];
const WIDTHS = [8, 40, 16, 8, 40, 8, 12];

/** Results as a table: a line for each choice, and one for each free text. */
export function resultRows({ questions }: SurveyResults): Cell[][] {
  return [
    HEADINGS,
    ...questions.flatMap(({ kind, body, n, choices, texts }, index) => {
      const head = [index + 1, body, KIND_NAMES[kind], n];
      return [
        ...choices.map(({ label, count, percent }) => [
          ...head,
          label,
          count,
          n === 0 ? null : Number(percent),
        ]),
        ...texts.map((text) => [...head, text.body, null, null]),
      ];
    }),
  ];
}

/** The results as a workbook; where people answered by name, with a second sheet of who said what. */
export async function resultsWorkbook(
  results: SurveyResults,
  replies: readonly PersonReply[],
): Promise<Buffer> {
  const sheets = [sheetOf('集計', resultRows(results), WIDTHS)];
  if (replies.length > 0) sheets.push(sheetOf('回答', replyRows(results, replies), [36, 12]));
  return writeExcelFile(sheets).toBuffer();
}

function replyRows({ questions }: SurveyResults, replies: readonly PersonReply[]): Cell[][] {
  return [
    ['機関', '名字', ...questions.map(({ body }) => body)],
    ...replies.map(({ organization, familyName, said }) => [
      organization,
      familyName,
      ...questions.map(({ id, choices }) => {
        const { choices: chosen = [], text = '' } = said.get(id) ?? {};
        const labels = choices.filter(({ no }) => chosen.includes(no)).map(({ label }) => label);
        return [...labels, text].filter(Boolean).join('、');
      }),
    ]),
  ];
}

function sheetOf(sheet: string, [head = [], ...rows]: Cell[][], widths: readonly number[]) {
  return {
    sheet,
    data: [head.map((value) => ({ value: String(value ?? ''), fontWeight: 'bold' as const })), ...rows],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  };
}

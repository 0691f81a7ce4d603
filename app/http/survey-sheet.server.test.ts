import { expect, test } from 'vitest';
import { readDocument } from '#app/domain/documents/read.server.ts';
import type { SurveyResults } from '#app/domain/surveys/results.server.ts';
import { toCsv } from './csv.ts';
import { resultRows, resultsWorkbook } from './survey-sheet.server.ts';

const RESULTS: SurveyResults = {
  id: 's',
  title: 'アンケート',
  lead: '',
  source: '',
  anonymous: false,
  answers: 3,
  asked: 3,
  closed: true,
  closesAt: null,
  tooFew: false,
  questions: [
    {
      id: 'q1',
      kind: 'single',
      body: '役に立ちましたか',
      n: 3,
      choices: [
        { no: 1, label: 'はい', count: 2, percent: '66.7' },
        { no: 2, label: '=いいえ', count: 1, percent: '33.3' },
      ],
      mean: null,
      texts: [],
    },
    {
      id: 'q2',
      kind: 'text',
      body: '感想',
      n: 1,
      choices: [],
      mean: null,
      texts: [{ id: 't', body: '=HYPERLINK("x")' }],
    },
  ],
};

test('the table has a line for each choice and each text, each with its n', () => {
  expect(resultRows(RESULTS)).toEqual([
    ['質問', 'たずねたこと', '答えかた', 'n', '答え', '人数', '割合（％）'],
    [1, '役に立ちましたか', '一つ選ぶ', 3, 'はい', 2, 66.7],
    [1, '役に立ちましたか', '一つ選ぶ', 3, '=いいえ', 1, 33.3],
    [2, '感想', '自由に書く', 1, '=HYPERLINK("x")', null, null],
  ]);
});

test('what people wrote is a formula neither in CSV nor in the workbook', async () => {
  expect(toCsv(resultRows(RESULTS))).toContain(`"'=HYPERLINK(""x"")"`);
  const bytes = new Uint8Array(await resultsWorkbook(RESULTS, []));
  const read = await readDocument('survey.xlsx', bytes);
  expect(read.ok && read.document.text).toContain('=HYPERLINK("x")');
  expect(read.ok && read.document.text).toContain('66.7');
});

test('answers by name stand on a second sheet, in words', async () => {
  const said = new Map([
    ['q1', { choices: [1], text: '' }],
    ['q2', { choices: [], text: 'また来ます' }],
  ]);
  const reply = { organization: 'みなみ市 社会福祉課', familyName: '渡辺', said };
  const bytes = new Uint8Array(await resultsWorkbook(RESULTS, [reply]));
  const read = await readDocument('survey.xlsx', bytes);
  const text = read.ok ? read.document.text : '';
  for (const word of ['みなみ市 社会福祉課', '渡辺', 'はい', 'また来ます']) expect(text).toContain(word);
});

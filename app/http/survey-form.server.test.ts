import { expect, test } from 'vitest';
import { readForm } from './form.server.ts';
import { onlyArranges, readSurveyForm } from './survey-form.server.ts';

const sent = (fields: Record<string, string>) =>
  readForm(new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) }));

const TWO = {
  title: ' 会の\nアンケート ',
  rows: '2',
  'ask-0': '一つめ',
  'kind-0': 'multiple',
  'choices-0': ' 住まい \r\n\r\n家計\r\n',
  'ask-1': '二つめ',
  'kind-1': 'nonsense',
};

test('a survey is read from its rows, in tidy words', async () => {
  const draft = readSurveyForm(await sent(TWO));
  expect(draft).toMatchObject({
    title: '会の アンケート',
    anonymous: true,
    audience: 'members',
    questions: [
      { kind: 'multiple', body: '一つめ', choices: '住まい\n家計' },
      { kind: 'single', body: '二つめ', choices: '' },
    ],
  });
});

test('buttons add a row, take one away and move one up, and keep what was typed in the others', async () => {
  const bodies = async (intent: string) => {
    const form = await sent({ ...TWO, intent });
    expect(onlyArranges(form)).toBe(true);
    return readSurveyForm(form).questions.map(({ body }) => body);
  };
  expect(await bodies('add')).toEqual(['一つめ', '二つめ', '']);
  expect(await bodies('remove:0')).toEqual(['二つめ']);
  expect(await bodies('up:1')).toEqual(['二つめ', '一つめ']);
  expect(await bodies('up:7')).toEqual(['一つめ', '二つめ']);
  expect(onlyArranges(await sent({ ...TWO, intent: 'open' }))).toBe(false);
});

test('no number of rows makes it read without end', async () => {
  expect(readSurveyForm(await sent({ rows: '100000000' })).questions.length).toBeLessThan(30);
  expect(readSurveyForm(await sent({ rows: '-3' })).questions).toEqual([]);
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { SurveyResults } from '#app/domain/surveys/results.server.ts';
import { answersWords, SurveyFigures } from './survey-results.tsx';

const results = (given: Partial<SurveyResults> = {}): SurveyResults => ({
  id: 's',
  title: 'アンケート',
  lead: '',
  source: '',
  anonymous: true,
  answers: 36,
  asked: 58,
  closed: true,
  closesAt: null,
  tooFew: false,
  questions: [
    {
      id: 'q',
      kind: 'multiple',
      body: 'どんな内容がよいですか',
      n: 35,
      choices: [{ no: 1, label: '勉強会', count: 17, percent: '48.6' }],
      mean: null,
      texts: [],
    },
  ],
  ...given,
});

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('a figure says of how many it tells, and says in words and numbers what its bars show', () => {
  const html = renderToStaticMarkup(<SurveyFigures results={results()} />);
  const told = words(html);
  for (const word of ['n＝35・複数回答', '勉強会', '17名', '48.6％', '100％にはなりません'])
    expect(told).toContain(word);
  expect(html).toMatch(/<td aria-hidden="true"><svg/);
  expect(html).not.toContain('style=');
});

test('printed results name their source; of too few there is a word instead', () => {
  expect(words(renderToStaticMarkup(<SurveyFigures results={results({ source: '報告書' })} />))).toContain(
    '出典：報告書',
  );
  const few = results({ tooFew: true, questions: [] });
  expect(words(renderToStaticMarkup(<SurveyFigures results={few} />))).toContain('3名が答えるまで');
});

test('the rate of answers is told where it is known who was asked', () => {
  expect(answersWords({ answers: 36, asked: 58 })).toBe('回答 36名（58名にたずねて、回収 62％）');
  expect(answersWords({ answers: 47, asked: null })).toBe('回答 47名');
  // Somebody may have left since.
  expect(answersWords({ answers: 5, asked: 4 })).toBe('回答 5名');
});

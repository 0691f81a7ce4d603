import type { SurveyResults } from '#app/domain/surveys/results.server.ts';
import { Section } from '../section.tsx';
import { answersWords, SurveyFigures } from './survey-results.tsx';

/** What a meeting's report shows of its surveys (`meetingResults`): a section for each; nothing where there are none. */
export function SurveysOfReport({ surveys }: { surveys: SurveyResults[] }) {
  return (
    <>
      {surveys.map((results) => (
        <Section
          key={results.id}
          id={`survey-${results.id}`}
          title={surveys.length === 1 ? 'アンケートから' : results.title}
          count={answersWords(results)}
        >
          <SurveyFigures results={results} />
        </Section>
      ))}
    </>
  );
}

import { PlainList } from '../plain-list.tsx';
import { Section } from '../section.tsx';
import { type SurveyCall, SurveyCalls } from './survey-calls.tsx';

type MeetingSurveysProps = { toAnswer: SurveyCall[]; results: Array<{ id: string; title: string }> };

/** On a meeting's page: surveys to be answered, and results that may be seen; nothing where there are none. */
export function MeetingSurveys({ toAnswer, results }: MeetingSurveysProps) {
  if (toAnswer.length + results.length === 0) return null;
  return (
    <Section id="surveys" title="アンケート">
      {toAnswer.length > 0 && <SurveyCalls surveys={toAnswer} />}
      {results.length > 0 && (
        <PlainList
          items={results.map(({ id, title }) => ({
            href: `/surveys/${id}/results`,
            title: `結果：${title}`,
          }))}
        />
      )}
    </Section>
  );
}

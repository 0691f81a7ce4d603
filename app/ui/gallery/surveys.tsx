import { Figure } from '../figure.tsx';
import { AreaTable } from '../figures/area-table.tsx';
import { Section } from '../section.tsx';
import { SurveyCalls } from '../survey/survey-calls.tsx';
import { SurveysOfReport } from '../survey/surveys-of-report.tsx';

const CLOSES_AT = '2026-12-18T08:00:00.000Z';

export function SurveyPieces() {
  return (
    <>
      <Section id="survey-calls" title="アンケートにお答えください" narrow>
        <SurveyCalls
          surveys={[
            {
              id: 'a',
              title: '会のアンケート',
              meeting: '第6回情報交換会',
              closesAt: CLOSES_AT,
              answered: false,
            },
            { id: 'b', title: '次の年度に話したいこと', meeting: null, closesAt: CLOSES_AT, answered: true },
          ]}
        />
      </Section>
      <SurveysOfReport
        surveys={[
          {
            id: 'sample',
            title: '会のアンケート',
            lead: '',
            source: '',
            anonymous: true,
            answers: 34,
            asked: 58,
            closed: true,
            closesAt: CLOSES_AT,
            tooFew: false,
            questions: [
              {
                id: '1',
                kind: 'multiple',
                body: '次に聞きたいことはどれですか',
                n: 33,
                choices: [
                  { no: 1, label: '年末年始の対応', count: 23, percent: '69.7' },
                  { no: 2, label: 'ひきこもりと家族', count: 15, percent: '45.5' },
                  { no: 3, label: 'そのほか', count: 0, percent: '0.0' },
                ],
                mean: null,
                texts: [],
              },
              {
                id: '2',
                kind: 'text',
                body: '感想',
                n: 1,
                choices: [],
                mean: null,
                texts: [{ id: 't', body: 'うちの町だけではなかった、と分かりました。' }],
              },
            ],
          },
        ]}
      />
      <Section id="areas" title="来た地域" narrow>
        <Figure title="振興局ごとの、一度でも来た機関" note="来た機関の数／ネットワークの機関の数">
          <AreaTable
            areas={[
              { area: '檜山振興局', organizations: 1, came: 0, lastDay: null },
              { area: 'オホーツク総合振興局', organizations: 6, came: 4, lastDay: '2026-10-16' },
            ]}
          />
        </Figure>
      </Section>
    </>
  );
}

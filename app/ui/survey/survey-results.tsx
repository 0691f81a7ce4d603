import type { QuestionResult, SurveyResults } from '#app/domain/surveys/results.server.ts';
import { Figure } from '../figure.tsx';
import { ChoiceTable } from './choice-table.tsx';
import { KIND_NOTES } from './words.ts';

/** 回答 34名（回収 69.4％） */
export function answersWords({ answers, asked }: Pick<SurveyResults, 'answers' | 'asked'>): string {
  const rate =
    asked && asked >= answers
      ? `（${asked}名にたずねて、回収 ${Math.round((answers * 100) / asked)}％）`
      : '';
  return `回答 ${answers}名${rate}`;
}

type SurveyResultsProps = {
  results: SurveyResults;
  /** the desk takes a free text out here */
  removeAt?: string;
};

/** The results of a survey: a figure for each question, each with its own n. Headings are the page's. */
export function SurveyFigures({ results, removeAt }: SurveyResultsProps) {
  const { questions, tooFew, source } = results;
  return (
    <div className="survey__results">
      {tooFew && <p>だれの答えか分かってしまわないように、3名が答えるまで、結果は事務局にも出ません。</p>}
      {questions.map((question, index) => (
        <QuestionFigure key={question.id} {...{ question, index, removeAt }} />
      ))}
      {source && <p className="small quiet mt16">出典：{source}</p>}
    </div>
  );
}

type QuestionFigureProps = { question: QuestionResult; index: number; removeAt: string | undefined };

function QuestionFigure({ question, index, removeAt }: QuestionFigureProps) {
  const { kind, body, n, choices, mean, texts } = question;
  const note = KIND_NOTES[kind];
  return (
    <Figure title={`${index + 1}. ${body}`} note={`n＝${n}${kind === 'multiple' ? '・複数回答' : ''}`}>
      {kind !== 'text' && <ChoiceTable choices={choices} n={n} />}
      {mean !== null && <p className="mt8">平均 {mean}</p>}
      {note && <p className="small quiet mt8">{note}</p>}
      {kind === 'text' && texts.length === 0 && <p className="small quiet">ここにのせる記述はありません。</p>}
      {texts.length > 0 && (
        <ul className="survey__texts">
          {texts.map((text) => (
            <li key={text.id}>
              <blockquote>{text.body}</blockquote>
              {removeAt && (
                <form method="post" action={removeAt}>
                  <input type="hidden" name="text" value={text.id} />
                  <button className="btn btn--quiet btn--s" type="submit" name="intent" value="remove">
                    この記述を消す<span className="vh">（{text.body.slice(0, 20)}）</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Figure>
  );
}

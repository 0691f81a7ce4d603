import type { Said } from '#app/domain/surveys/answer-survey.server.ts';
import type { AskedQuestion, Survey, SurveyState } from '#app/domain/surveys/read-survey.server.ts';
import type { ComposerProps } from '../composer/props.ts';
import { RefusedFindings } from '../composer/refused-findings.tsx';
import { numbered } from '../composer/standing.ts';
import { ErrorSummary, type FormError } from '../error-summary.tsx';
import { Notice } from '../notice.tsx';
import { PageHead } from '../page-head.tsx';
import { AnswerFields } from './answer-form.tsx';
import { untilWords } from './words.ts';

type AnswerPageProps = {
  survey: Omit<Survey, 'answers'>;
  state: SurveyState;
  /** whether the reader is among those who are asked */
  asked: boolean;
  answered: boolean;
  changing: boolean;
  questions: AskedQuestion[];
  said: Record<string, Said>;
  /** where to change one's answers */
  changeHref: string;
  /** where the results are; null while they may not be read */
  resultsHref: string | null;
  refused?: {
    said: Record<string, Said>;
    found: ComposerProps['refusal'];
    errors: FormError[];
    wrong: Record<string, string>;
  };
};

/** A survey to somebody who came to answer: the questions, or thanks, or why there is nothing to answer. */
export function AnswerPage(props: AnswerPageProps) {
  const { survey, state, asked, answered, changing, refused, resultsHref } = props;
  const mayAnswer = state === 'open' && asked && (!answered || changing || refused !== undefined);
  return (
    <>
      <PageHead title={survey.title} dateline={survey.meeting ?? undefined} lead={survey.lead || undefined} />
      {mayAnswer || refused ? <Questions {...props} /> : <Standing {...props} />}
      {resultsHref && !mayAnswer && (
        <p className="mt24">
          <a className="btn btn--line" href={resultsHref}>
            結果を見る
          </a>
        </p>
      )}
    </>
  );
}

const KEY = 'survey';
/** Where `RefusedFindings` begins. */
const FIXES = `write-${KEY}-fixes`;
const FOUND = '個人が分かりそうなところがあります。言い換えを当てるか、書き直してください';
const FOUND_HERE = '個人が分かりそうなところがあります。上の「指摘と言い換え」から直せます';

function Standing({ survey, state, asked, answered, changeHref }: AnswerPageProps) {
  if (answered)
    return (
      <Notice kind="ok" title="お答えいただき、ありがとうございました">
        {survey.anonymous ? (
          <p>だれの答えかは、だれにも分かりません。そのため、あとから直すこともできません。</p>
        ) : (
          state === 'open' && (
            <p>
              締め切りまでは、<a href={changeHref}>答えを直せます</a>。
            </p>
          )
        )}
        {state === 'open' && <p>結果は、締め切りのあとにここから見られます。</p>}
      </Notice>
    );
  if (state === 'closed') return <Notice kind="info" title="このアンケートは締め切りました" />;
  if (state === 'draft') return <Notice kind="info" title="このアンケートは、まだ公開していません" />;
  if (!asked) return <Notice kind="info" title="このアンケートは、会に申し込んだ方にうかがっています" />;
  return null;
}

function Questions({ survey, questions, said, refused, answered }: AnswerPageProps) {
  const found = refused?.found;
  const hasFindings = found !== undefined && found !== null && found.findings.length > 0;
  const typed = refused?.said ?? said;
  // The findings say it all, each at its rewrite; told again at the summary and at each box they would fill a phone.
  const fields = [...new Set(found?.findings.map(({ field }) => field))];
  const wrong = { ...refused?.wrong, ...Object.fromEntries(fields.map((field) => [field, FOUND_HERE])) };
  return (
    <form method="post" className="survey">
      {refused && refused.errors.length > 0 && (
        <ErrorSummary
          title="まだ送れていません"
          lead="書いた答えは下に残っています。サーバーには残していません。"
          errors={hasFindings ? [{ field: FIXES, message: FOUND }] : refused.errors}
        />
      )}
      <p className="survey__promise">
        {survey.anonymous
          ? 'だれが答えたかだけを控え、答えとは結びつけません。送ったあとは、だれにも直せません。'
          : '記名のアンケートです。だれの答えかを見るのは事務局だけです。締め切りまで直せます。'}
        {survey.closesAt && `締め切りは${untilWords(survey.closesAt).replace(/まで$/, '')}です。`}
        答えたくない質問は、とばしてかまいません。
      </p>
      {hasFindings && (
        <RefusedFindings
          submissionKey={KEY}
          as="h2"
          items={numbered(found.findings, found.decisions)}
          decisions={found.decisions}
          unfit={found.unfit}
          noObjections
          texts={Object.fromEntries(questions.map(({ id }, index) => [`answer-${index}`, typed[id]?.text]))}
        >
          <button className="btn" type="submit">
            言い換えを当てて、答えを送る
          </button>
        </RefusedFindings>
      )}
      <div id="survey">
        <AnswerFields questions={questions} said={typed} wrong={wrong} />
      </div>
      <div className="btns mt24">
        <button className="btn" type="submit">
          {answered ? '直した答えを送る' : '答えを送る'}
        </button>
      </div>
    </form>
  );
}

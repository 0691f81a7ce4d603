import type { Survey, SurveyState } from '#app/domain/surveys/read-survey.server.ts';
import { Section } from '../section.tsx';

type ConductSurveyProps = {
  survey: Survey;
  state: SurveyState;
  /** how many people it is for */
  asked: number;
};

/** What the desk does with a survey: open it, close it, show its results. */
export function ConductSurvey({ survey, state, asked }: ConductSurveyProps) {
  const place = `/surveys/${survey.id}`;
  const whom = survey.meeting === null ? '会員' : '会に申し込んだ方';
  return (
    <Section id="conduct" title="公開と結果">
      {state === 'draft' && (
        <p>
          公開すると、{whom}
          {asked}名にうかがいます。保存した内容で公開します。
        </p>
      )}
      <form method="post" action={`${place}/edit`} className="btns mt8">
        {state === 'draft' && (
          <button className="btn" type="submit" name="intent" value="open">
            公開する
          </button>
        )}
        {state !== 'draft' && (
          <a className="btn btn--line" href={`${place}/results`}>
            結果を見る
          </a>
        )}
        {state === 'open' && (
          <>
            {survey.shownAt === null ? (
              <button className="btn btn--line" type="submit" name="intent" value="show">
                いまの結果を会員に見せる
              </button>
            ) : (
              <button className="btn btn--line" type="submit" name="intent" value="unshow">
                締め切りまで結果を見せない
              </button>
            )}
            <button className="btn btn--quiet" type="submit" name="intent" value="close">
              いま締め切る
            </button>
          </>
        )}
      </form>
      {state === 'closed' && (
        <p className="small quiet mt8">締め切りをこれから先の日時にして保存すると、また受け付けます。</p>
      )}
      {state === 'open' && (
        <p className="small quiet mt8">
          答えるページ：<a href={place}>{place}</a>
        </p>
      )}
    </Section>
  );
}

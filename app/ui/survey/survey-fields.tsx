import type { SurveyDraft } from '#app/domain/surveys/draft.ts';
import { SURVEY_LIMITS } from '#app/domain/surveys/limits.ts';
import { Check } from '../check.tsx';
import { FieldSet, TextArea, TextField } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { QuestionRow } from './question-row.tsx';

type SurveyFieldsProps = {
  draft: SurveyDraft;
  /** somebody has answered: only words may change */
  locked: boolean;
  wrong: Record<string, string>;
};

/** What the desk writes of a survey; rows come and go by buttons of the form. */
export function SurveyFields({ draft, locked, wrong }: SurveyFieldsProps) {
  return (
    <>
      <TextField
        name="title"
        label="アンケートの題"
        required
        maxLength={80}
        defaultValue={draft.title}
        wrong={wrong.title}
      />
      <TextArea
        name="survey-lead"
        label="はじめのことば"
        optional="なくてもかまいません"
        rows={3}
        defaultValue={draft.lead}
        wrong={wrong['survey-lead']}
      />
      <TextField
        name="surveyClosesAt"
        label="締め切り"
        type="datetime-local"
        help="日本の時刻です。公開するときに要ります。"
        defaultValue={draft.closesAt}
        wrong={wrong.surveyClosesAt}
      />
      {!locked && (
        <FieldSet name="anonymous-choice" label="名前" wrong={wrong.anonymous}>
          <Check
            type="radio"
            name="anonymous"
            value="yes"
            label="無記名"
            note="だれの答えかは、事務局にもデータベースにも分かりません。送ったあとは直せません"
            defaultChecked={draft.anonymous}
          />
          <Check
            type="radio"
            name="anonymous"
            value="no"
            label="記名"
            note="だれの答えかを事務局が見ます。締め切りまで、本人が直せます"
            defaultChecked={!draft.anonymous}
          />
        </FieldSet>
      )}
      <FieldSet name="audience-choice" label="締め切りのあと、結果を見られる人">
        <Check
          type="radio"
          name="audience"
          value="members"
          label="会員"
          defaultChecked={draft.audience === 'members'}
        />
        <Check
          type="radio"
          name="audience"
          value="everyone"
          label="だれでも（開催報告にのせる）"
          note="自由記述は、のせてよいと答えた方のものだけが出ます"
          defaultChecked={draft.audience === 'everyone'}
        />
      </FieldSet>
      <div id="questions" className="survey__questions">
        {locked && <input type="hidden" name="anonymous" value={draft.anonymous ? 'yes' : 'no'} />}
        {wrong.questions && (
          <p className="wrong">
            <Icon name="stop" />
            <span>{wrong.questions}</span>
          </p>
        )}
        {locked && (
          <p className="help">
            答えが届いているので、変えられるのは言い回しだけです。意味の変わる直しはしないでください。
          </p>
        )}
        <input type="hidden" name="rows" value={draft.questions.length} />
        {[...draft.questions.entries()].map(([index, question]) => (
          <QuestionRow key={index} {...{ question, index, locked, wrong }} />
        ))}
        {!locked && draft.questions.length < SURVEY_LIMITS.questions && (
          <button
            className="btn btn--line"
            type="submit"
            name="intent"
            value="add"
            formAction={`#ask-${draft.questions.length}`}
          >
            質問を足す
          </button>
        )}
      </div>
    </>
  );
}

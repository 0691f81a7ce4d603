import { choiceLabels, QUESTION_KINDS, type QuestionDraft } from '#app/domain/surveys/draft.ts';

import { SURVEY_LIMITS } from '#app/domain/surveys/limits.ts';
import { Select, TextArea, TextField } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { KIND_NAMES } from './words.ts';

type QuestionRowProps = {
  question: QuestionDraft;
  index: number;
  /** what somebody has answered stays as it is */
  locked: boolean;
  wrong: Record<string, string>;
};

/** One question of the desk's form. */
export function QuestionRow({ question, index, locked, wrong }: QuestionRowProps) {
  const { id, kind, body, choices } = question;
  const nth = `質問${index + 1}`;
  return (
    <fieldset className="survey__question sheet">
      <legend>{nth}</legend>
      <input type="hidden" name={`question-${index}`} value={id} />
      <TextField
        name={`ask-${index}`}
        label="たずねること"
        maxLength={SURVEY_LIMITS.question}
        defaultValue={body}
        wrong={wrong[`ask-${index}`]}
      />
      {locked ? (
        <Locked {...{ question, index, wrong }} />
      ) : (
        <>
          <Select
            name={`kind-${index}`}
            label="答えかた"
            options={QUESTION_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
            defaultValue={kind}
          />
          <TextArea
            name={`choices-${index}`}
            label="選択肢"
            help="1行に1つ。「1から5」なら、1行目に1の意味、2行目に5の意味。「自由に書く」では使いません。"
            rows={4}
            defaultValue={choices}
            wrong={wrong[`choices-${index}`]}
          />
          <div className="btns">
            {index > 0 && (
              <button
                className="btn btn--quiet btn--s"
                type="submit"
                name="intent"
                value={`up:${index}`}
                formAction={`#ask-${index - 1}`}
              >
                一つ上へ<span className="vh">（{nth}）</span>
              </button>
            )}
            <button
              className="btn btn--quiet btn--s"
              type="submit"
              name="intent"
              value={`remove:${index}`}
              formAction="#questions"
            >
              この質問を消す<span className="vh">（{nth}）</span>
            </button>
          </div>
        </>
      )}
    </fieldset>
  );
}

function Locked({
  question: { kind, choices },
  index,
  wrong,
}: Pick<QuestionRowProps, 'question' | 'index' | 'wrong'>) {
  const problem = wrong[`choices-${index}`];
  return (
    <div className="field" id={`choices-${index}`}>
      <input type="hidden" name={`kind-${index}`} value={kind} />
      <input type="hidden" name={`choices-${index}`} value={choices} />
      <p className="help">{KIND_NAMES[kind]}</p>
      {problem && (
        <p className="wrong">
          <Icon name="stop" />
          <span>{problem}</span>
        </p>
      )}
      {choices !== '' && (
        <ul className="survey__locked">
          {choiceLabels({ kind, choices }).map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

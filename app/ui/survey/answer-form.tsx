import type { Said } from '#app/domain/surveys/answer-survey.server.ts';
import { SURVEY_LIMITS } from '#app/domain/surveys/limits.ts';
import type { AskedQuestion } from '#app/domain/surveys/read-survey.server.ts';
import { Check } from '../check.tsx';
import { FieldSet, TextArea } from '../field.tsx';

type AnswerFormProps = {
  questions: AskedQuestion[];
  /** what was said or typed, by question */
  said: Record<string, Said>;
  wrong: Record<string, string>;
};

/** The questions of a survey as fields; any may be left out. */
export function AnswerFields({ questions, said, wrong }: AnswerFormProps) {
  return (
    <div className="fields">
      {questions.map((question, index) => (
        <div key={question.id}>
          <input type="hidden" name={`question-${index}`} value={question.id} />
          <Question
            question={question}
            index={index}
            said={said[question.id]}
            wrong={wrong[`answer-${index}`]}
          />
        </div>
      ))}
    </div>
  );
}

type QuestionProps = {
  question: AskedQuestion;
  index: number;
  said: Said | undefined;
  wrong: string | undefined;
};

function Question({ question: { kind, body, choices }, index, said, wrong }: QuestionProps) {
  const label = `${index + 1}. ${body}`;
  if (kind === 'text')
    return (
      <>
        <TextArea
          name={`answer-${index}`}
          label={label}
          help={`名前や住所がないかを、送る前に確かめます。${SURVEY_LIMITS.text}字まで。`}
          rows={4}
          defaultValue={said?.text}
          wrong={wrong}
        />
        <Check
          name={`quote-${index}`}
          value="yes"
          label="名前を出さずに、開催報告にのせてよい"
          defaultChecked={said?.quotable}
        />
      </>
    );
  const type = kind === 'multiple' ? 'checkbox' : 'radio';
  return (
    <FieldSet
      name={`choices-${index}`}
      label={label}
      optional={kind === 'multiple' ? 'いくつでも' : undefined}
    >
      <div className={kind === 'scale' ? 'scale' : undefined}>
        {choices.map((choice) => (
          <Check
            key={choice.no}
            type={type}
            name={`choice-${index}`}
            value={choice.no}
            label={choice.label}
            defaultChecked={said?.choices.includes(choice.no)}
          />
        ))}
      </div>
    </FieldSet>
  );
}

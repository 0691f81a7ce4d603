import { linesOf } from '#app/domain/meetings/meeting-form.ts';
import { tidy, tidyLine } from '#app/domain/posts/text-problems.ts';
import {
  choicesTyped,
  QUESTION_KINDS,
  type QuestionDraft,
  type SurveyDraft,
} from '#app/domain/surveys/draft.ts';
import { SURVEY_LIMITS } from '#app/domain/surveys/limits.ts';
import type { Survey, SurveyQuestion } from '#app/domain/surveys/read-survey.server.ts';
import type { PostedForm } from './form.server.ts';

const AHEAD = 9 * 60 * 60 * 1000;

/** Rows that a form may hold; a few more than are allowed, so that the desk is told instead of losing them. */
const MOST_ROWS = SURVEY_LIMITS.questions + 5;

/** A survey as its form shows it. */
export function draftOf(survey: Survey, questions: readonly SurveyQuestion[]): SurveyDraft {
  const { title, lead, anonymous, audience, closesAt } = survey;
  return {
    title,
    lead,
    anonymous,
    audience,
    closesAt:
      closesAt === null ? '' : new Date(new Date(closesAt).getTime() + AHEAD).toISOString().slice(0, 16),
    questions: questions.map(({ id, kind, body, choices }) => ({
      id,
      kind,
      body,
      choices: choicesTyped(
        kind,
        choices.map(({ label }) => label),
      ),
    })),
  };
}

/** Reads the desk's form of a survey, with what its buttons do to the rows: `add`, `remove:1`, `up:1`. */
export function readSurveyForm(form: PostedForm): SurveyDraft {
  const rows = Math.min(MOST_ROWS, Number(form.text('rows')) || 0);
  const typed = Array.from({ length: rows }, (_, index) => readQuestion(form, index));
  return {
    title: tidyLine(form.text('title')),
    lead: tidy(form.text('survey-lead')),
    anonymous: form.text('anonymous') !== 'no',
    audience: form.text('audience') === 'everyone' ? 'everyone' : 'members',
    closesAt: form.text('surveyClosesAt').trim().slice(0, 16),
    questions: arranged(typed, form.text('intent')),
  };
}

function readQuestion(form: PostedForm, index: number): QuestionDraft {
  return {
    id: form.text(`question-${index}`),
    kind: QUESTION_KINDS.find((kind) => kind === form.text(`kind-${index}`)) ?? 'single',
    body: tidyLine(form.text(`ask-${index}`)),
    choices: linesOf(form.text(`choices-${index}`).replace(/\r\n?/g, '\n')).join('\n'),
  };
}

const BLANK: QuestionDraft = { id: '', kind: 'single', body: '', choices: '' };

function arranged(questions: QuestionDraft[], intent: string): QuestionDraft[] {
  const [act, place = ''] = intent.split(':');
  const at = Number(place);
  const moved = questions[at];
  if (act === 'add' && questions.length < MOST_ROWS) return [...questions, BLANK];
  if (act === 'remove') return questions.toSpliced(at, 1);
  if (act === 'up' && at > 0 && moved) return questions.toSpliced(at, 1).toSpliced(at - 1, 0, moved);
  return questions;
}

/** Whether a button only arranges the rows; nothing is stored then. */
export const onlyArranges = (form: PostedForm): boolean => /^(?:add$|remove:|up:)/.test(form.text('intent'));

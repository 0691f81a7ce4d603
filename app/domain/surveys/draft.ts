import type { SurveyQuestionKind } from '#db/schema.ts';
import { isDay, linesOf } from '../meetings/meeting-form.ts';
import { collectProblems } from '../members/fields.ts';
import type { FieldProblem } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem, textProblem } from '../posts/text-problems.ts';
import { SURVEY_LIMITS } from './limits.ts';

export const QUESTION_KINDS = ['single', 'multiple', 'scale', 'text'] as const satisfies SurveyQuestionKind[];

/** A question as the desk types it. */
export interface QuestionDraft {
  /** Empty for a new one. */
  id: string;
  kind: SurveyQuestionKind;
  body: string;
  /** A choice a line; of a scale, what 1 and 5 mean. */
  choices: string;
}

export interface SurveyDraft {
  title: string;
  lead: string;
  anonymous: boolean;
  audience: 'members' | 'everyone';
  /** YYYY-MM-DDTHH:MM in Asia/Tokyo, or empty. */
  closesAt: string;
  questions: QuestionDraft[];
}

const SCALE = [1, 2, 3, 4, 5];

/** The choices that a question offers. */
export function choiceLabels({ kind, choices }: Pick<QuestionDraft, 'kind' | 'choices'>): string[] {
  const lines = linesOf(choices);
  if (kind === 'text') return [];
  if (kind !== 'scale') return lines;
  const [low = '', high = ''] = lines;
  const words = new Map([
    [1, low],
    [5, high],
  ]);
  return SCALE.map((step) => [String(step), words.get(step) ?? ''].join('　').trim());
}

/** The opposite: what stands in the box for them. */
export function choicesTyped(kind: SurveyQuestionKind, labels: readonly string[]): string {
  if (kind !== 'scale') return labels.join('\n');
  return [labels[0], labels.at(-1)].map((label) => (label ?? '').replace(/^\d　?/, '')).join('\n');
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with a draft, by field; a question's fields end in its place in the form, from 0. */
export function surveyProblems(draft: SurveyDraft): Record<string, FieldProblem> | undefined {
  const { title, lead, closesAt, questions } = draft;
  const day = MOMENT.exec(closesAt)?.[1];
  const problems: Record<string, FieldProblem | undefined> = {
    title: requiredTextProblem(title, LIMITS.title),
    'survey-lead': textProblem(lead, SURVEY_LIMITS.lead),
    surveyClosesAt: closesAt === '' || (day !== undefined && isDay(day)) ? undefined : 'bad-date',
    questions:
      questions.length === 0
        ? 'missing'
        : questions.length > SURVEY_LIMITS.questions
          ? 'too-many'
          : undefined,
  };
  for (const [index, question] of questions.entries()) {
    problems[`ask-${index}`] = requiredTextProblem(question.body, SURVEY_LIMITS.question);
    problems[`choices-${index}`] = choicesProblem(question);
  }
  return collectProblems(problems);
}

function choicesProblem(question: QuestionDraft): FieldProblem | undefined {
  if (question.kind === 'text') return undefined;
  const typed = linesOf(question.choices);
  if (question.kind !== 'scale' && typed.length < 2) return 'too-few';
  if (typed.length > (question.kind === 'scale' ? 2 : SURVEY_LIMITS.choices)) return 'too-many';
  for (const label of typed) {
    const problem = textProblem(label, SURVEY_LIMITS.choice);
    if (problem) return problem;
  }
  return new Set(typed).size < typed.length ? 'same' : undefined;
}

/** What a new survey begins with. */
export const FIRST_QUESTIONS: readonly QuestionDraft[] = [
  {
    id: '',
    kind: 'single',
    body: 'きょうの話は、仕事に役立ちそうですか',
    choices: 'とても役立つ\n役立つ\nどちらともいえない\nあまり役立たない',
  },
  {
    id: '',
    kind: 'multiple',
    body: '次に聞きたいことはどれですか',
    choices: '家計と債務\n住まい\n就労の受け入れ先\nひきこもりと家族',
  },
  { id: '', kind: 'text', body: '感想や、事務局に伝えたいことがあれば書いてください', choices: '' },
];

import type { Audience, Db, SurveyQuestionKind } from '#db/schema.ts';
import { FEWEST_SHOWN } from './limits.ts';
import { percentOf } from './percent.ts';
import {
  findSurvey,
  questionsOf,
  type Survey,
  type SurveyQuestion,
  surveyState,
  surveysOfMeeting,
} from './read-survey.server.ts';
import { countAsked } from './respondent.server.ts';

export interface ChoiceResult {
  no: number;
  label: string;
  count: number;
  /** One decimal, without the sign. */
  percent: string;
}

export interface QuestionResult {
  id: string;
  kind: SurveyQuestionKind;
  body: string;
  /** How many have answered this question. */
  n: number;
  choices: ChoiceResult[];
  /** Of a scale, one decimal; null where nobody answered, and of other kinds. */
  mean: string | null;
  /** In an order that says nothing. */
  texts: Array<{ id: string; body: string }>;
}

export interface SurveyResults
  extends Pick<Survey, 'id' | 'title' | 'lead' | 'source' | 'anonymous' | 'answers'> {
  /** How many were asked; null where it is not known. */
  asked: number | null;
  closed: boolean;
  closesAt: string | null;
  /** True while so few have answered an anonymous survey that each answer would be somebody's; then it has none. */
  tooFew: boolean;
  questions: QuestionResult[];
}

/** Who reads: the desk at once, members and visitors once it is closed. */
export type ResultReader = Audience | 'desk';

/** Whether somebody may read the results now. */
export function maySeeResults(survey: Survey, reader: ResultReader, now: Date): boolean {
  const state = surveyState(survey, now);
  if (reader === 'desk') return state !== 'draft';
  if (reader === 'everyone') return state === 'closed' && survey.audience === 'everyone';
  return state === 'closed' || (state === 'open' && survey.shownAt !== null);
}

/** The results of a survey, for who may read them now. */
export async function readResults(
  db: Db,
  id: string,
  reader: ResultReader,
  now: Date,
): Promise<SurveyResults | undefined> {
  const survey = await findSurvey(db, id);
  return survey && maySeeResults(survey, reader, now) ? resultsOf(db, survey, reader, now) : undefined;
}

/** What a meeting's report shows: the results of its surveys that this reader may read, the oldest first. */
export async function meetingResults(
  db: Db,
  slug: string,
  reader: ResultReader,
  now: Date,
): Promise<SurveyResults[]> {
  const surveys = (await surveysOfMeeting(db, slug)).filter((survey) => maySeeResults(survey, reader, now));
  return Promise.all(surveys.map((survey) => resultsOf(db, survey, reader, now)));
}

async function resultsOf(db: Db, survey: Survey, reader: ResultReader, now: Date): Promise<SurveyResults> {
  const { id, title, lead, source, anonymous, answers, closesAt } = survey;
  const tooFew = anonymous && answers < FEWEST_SHOWN;
  const texts = Map.groupBy(await textsOf(db, id, reader === 'everyone'), ({ questionId }) => questionId);
  const questions = tooFew ? [] : await questionsOf(db, id);
  return {
    id,
    title,
    lead,
    source,
    anonymous,
    answers,
    asked: source === '' ? await countAsked(db, survey) : null,
    closed: surveyState(survey, now) === 'closed',
    closesAt,
    tooFew,
    questions: questions.map((question) => ({
      id: question.id,
      kind: question.kind,
      body: question.body,
      n: question.answered,
      choices: question.choices.map(({ no, label, chosen }) => ({
        no,
        label,
        count: chosen,
        percent: percentOf(chosen, question.answered),
      })),
      mean: question.kind === 'scale' ? meanOf(question) : null,
      texts: (texts.get(question.id) ?? []).map(({ id: textId, body }) => ({ id: textId, body })),
    })),
  };
}

function meanOf({ choices, answered }: SurveyQuestion): string | null {
  if (answered === 0) return null;
  const sum = choices.reduce((all, { no, chosen }) => all + no * chosen, 0);
  return (Math.round((sum * 10) / answered) / 10).toFixed(1);
}

/** @param quotableOnly those whose writers let them stand in a public report */
function textsOf(db: Db, surveyId: string, quotableOnly: boolean) {
  return db
    .selectFrom('survey_text')
    .innerJoin('survey_question', 'survey_question.id', 'survey_text.question_id')
    .select(['survey_text.id', 'survey_text.body', 'survey_text.question_id as questionId'])
    .where('survey_id', '=', surveyId)
    .$if(quotableOnly, (all) => all.where('quotable', '=', 1))
    .orderBy('survey_text.id')
    .execute();
}

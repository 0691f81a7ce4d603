import { prepared } from '#db/prepared.server.ts';
import type { Audience, Db, SurveyQuestionKind, Tx } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { meetingName } from '../meetings/name.ts';

export interface SurveyChoice {
  no: number;
  label: string;
  chosen: number;
}

export interface SurveyQuestion {
  id: string;
  kind: SurveyQuestionKind;
  body: string;
  /** How many have answered it. */
  answered: number;
  choices: SurveyChoice[];
}

/** A question as whoever answers sees it, without what others have answered. */
export type AskedQuestion = Pick<SurveyQuestion, 'id' | 'kind' | 'body'> & {
  choices: Array<Pick<SurveyChoice, 'no' | 'label'>>;
};

/** A survey without its questions, as lists show it. */
export interface Survey {
  id: string;
  /** null where the whole network is asked. */
  meetingSlug: string | null;
  /** The meeting's name; null where there is none. */
  meeting: string | null;
  title: string;
  lead: string;
  /** Where its results were printed; empty for those given here. */
  source: string;
  anonymous: boolean;
  audience: Audience;
  openedAt: string | null;
  closesAt: string | null;
  shownAt: string | null;
  /** How many people have answered. */
  answers: number;
  version: number;
}

/** How a survey stands: being written, to be answered, or over. */
export type SurveyState = 'draft' | 'open' | 'closed';

export function surveyState(
  { openedAt, closesAt }: Pick<Survey, 'openedAt' | 'closesAt'>,
  now: Date,
): SurveyState {
  if (openedAt === null) return 'draft';
  return closesAt === null || now.toISOString() < closesAt ? 'open' : 'closed';
}

export async function findSurvey(db: Db | Tx, id: string): Promise<Survey | undefined> {
  return (await surveysIn(db, (all) => all.where('survey.id', '=', id)))[0];
}

/** The surveys of a meeting, the oldest first. */
export const surveysOfMeeting = (db: Db, slug: string): Promise<Survey[]> =>
  surveysIn(db, (all) => all.where('survey.meeting_slug', '=', slug).orderBy('survey.made_at'));

/** All that there are, the newest first. */
export const allSurveys = async (db: Db): Promise<Survey[]> => (await all(db, {})).map(toSurvey);

const surveys = (db: Db | Tx) =>
  db
    .selectFrom('survey')
    .leftJoin('meeting', 'meeting.slug', 'survey.meeting_slug')
    .selectAll('survey')
    .select(['meeting.series', 'meeting.number', 'meeting.title as meetingTitle'])
    .where('survey.id', 'not in', hiddenOf(db, 'survey'))
    .where((eb) =>
      eb.or([
        eb('survey.meeting_slug', 'is', null),
        eb('survey.meeting_slug', 'not in', hiddenOf(db, 'meeting')),
      ]),
    );
type Query = ReturnType<typeof surveys>;

const all = prepared((db) => surveys(db).orderBy('survey.made_at', 'desc'));

async function surveysIn(db: Db | Tx, which: (all: Query) => Query): Promise<Survey[]> {
  return (await which(surveys(db)).execute()).map(toSurvey);
}

function toSurvey(row: Awaited<ReturnType<Query['executeTakeFirstOrThrow']>>): Survey {
  return {
    id: row.id,
    meetingSlug: row.meeting_slug,
    meeting:
      row.meetingTitle === null || row.series === null
        ? null
        : meetingName({ series: row.series, number: row.number, title: row.meetingTitle }),
    title: row.title,
    lead: row.lead,
    source: row.source,
    anonymous: row.anonymous === 1,
    audience: row.audience,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    shownAt: row.shown_at,
    answers: row.answers,
    version: row.version,
  };
}

/** The questions of a survey in their order, with their choices. */
export async function questionsOf(db: Db | Tx, surveyId: string): Promise<SurveyQuestion[]> {
  const questions = await db
    .selectFrom('survey_question')
    .select(['id', 'kind', 'body', 'answered'])
    .where('survey_id', '=', surveyId)
    .orderBy('position')
    .execute();
  const choices = await db
    .selectFrom('survey_choice')
    .innerJoin('survey_question', 'survey_question.id', 'survey_choice.question_id')
    .select(['question_id as questionId', 'no', 'label', 'chosen'])
    .where('survey_id', '=', surveyId)
    .orderBy('no')
    .execute();
  const of = Map.groupBy(choices, ({ questionId }) => questionId);
  return questions.map((question) => ({
    ...question,
    choices: (of.get(question.id) ?? []).map(({ no, label, chosen }) => ({ no, label, chosen })),
  }));
}

import type { Db } from '#db/schema.ts';
import { allSurveys, type Survey, surveyState, surveysOfMeeting } from './read-survey.server.ts';
import { hasAnswered, memberAsked } from './respondent.server.ts';
import { maySeeResults, type ResultReader } from './results.server.ts';

/** Open surveys that a member is asked, with whether they have answered. @param meetingSlug those of one meeting */
export async function surveysToAnswer(
  db: Db,
  member: { id: string; familyName: string },
  now: Date,
  meetingSlug?: string,
): Promise<Array<Survey & { answered: boolean }>> {
  const open = (await allSurveys(db)).filter(
    (survey) =>
      surveyState(survey, now) === 'open' &&
      (meetingSlug === undefined || survey.meetingSlug === meetingSlug),
  );
  const asked: Array<Survey & { answered: boolean }> = [];
  for (const survey of open) {
    const respondent = await memberAsked(db, survey, member);
    if (respondent) asked.push({ ...survey, answered: await hasAnswered(db, survey.id, respondent.key) });
  }
  return asked;
}

/** What a meeting's page says of its surveys: those to be answered, and those whose results this reader may see. */
export async function readMeetingSurveys(
  db: Db,
  slug: string,
  member: { id: string; familyName: string } | null,
  reader: ResultReader,
  now: Date,
) {
  const all = await surveysOfMeeting(db, slug);
  return {
    toAnswer: member ? await surveysToAnswer(db, member, now, slug) : [],
    results: all
      .filter((survey) => maySeeResults(survey, reader, now))
      .map(({ id, title }) => ({ id, title })),
  };
}

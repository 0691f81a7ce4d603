import type { Db } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { lockSurvey } from './lock-survey.server.ts';

/** The desk takes one free text out for good; n goes down with it, because it says how many are counted. */
export async function removeSurveyText(
  db: Db,
  deskId: string,
  surveyId: string,
  textId: string,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    await lockSurvey(tx, surveyId);
    const text = await tx
      .selectFrom('survey_text')
      .innerJoin('survey_question', 'survey_question.id', 'survey_text.question_id')
      .select(['survey_text.question_id as questionId', 'respondent'])
      .where('survey_text.id', '=', textId)
      .where('survey_id', '=', surveyId)
      .executeTakeFirst();
    if (!text) return refused({ code: 'not-found' });
    const { questionId, respondent } = text;
    await tx.deleteFrom('survey_text').where('id', '=', textId).execute();
    if (respondent !== null)
      await tx
        .deleteFrom('survey_reply')
        .where('question_id', '=', questionId)
        .where('respondent', '=', respondent)
        .execute();
    await tx
      .updateTable('survey_question')
      .set(({ eb }) => ({ answered: eb('answered', '-', 1) }))
      .where('id', '=', questionId)
      .execute();
    await recordAudit(tx, deskId, 'survey-text-removed', `survey:${surveyId}`, now);
    return accepted(null);
  });
}

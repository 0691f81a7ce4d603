import type { Db, Tx } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { lockSurvey } from './lock-survey.server.ts';
import { textsInSurveys } from './texts.server.ts';

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
      .select(['survey_text.question_id as questionId', 'respondent', 'survey_text.body'])
      .where('survey_text.id', '=', textId)
      .where('survey_id', '=', surveyId)
      .executeTakeFirst();
    if (!text) return refused({ code: 'not-found' });
    const { questionId, respondent, body } = text;
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
    await forgetPassages(tx, surveyId, body);
    await recordAudit(tx, deskId, 'survey-text-removed', `survey:${surveyId}`, now);
    return accepted(null);
  });
}

/** What was found in the text that is gone and nowhere else in the survey, and why it had stayed, goes with it. */
async function forgetPassages(tx: Tx, surveyId: string, gone: string): Promise<void> {
  const left = (await textsInSurveys(tx, [surveyId])).get(surveyId) ?? '';
  const isGone = ({ passage }: { passage: string }) => gone.includes(passage) && !left.includes(passage);
  const hits = await tx.selectFrom('recheck_hit').select('passage').where('text_id', '=', surveyId).execute();
  for (const { passage } of hits.filter(isGone))
    await tx
      .deleteFrom('recheck_hit')
      .where('text_id', '=', surveyId)
      .where('passage', '=', passage)
      .execute();
  const kept = await tx
    .selectFrom('kept_warning')
    .select('passage')
    .where('post_id', '=', surveyId)
    .execute();
  for (const { passage } of kept.filter(isGone))
    await tx
      .deleteFrom('kept_warning')
      .where('post_id', '=', surveyId)
      .where('passage', '=', passage)
      .execute();
}

import type { Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';

/**
 * Stores anew who has answered an anonymous survey, and its free texts, each in the order of their ids.
 *
 * Otherwise the database itself would tell: rows are kept in the order in which they came (SQLite's rowid,
 * PostgreSQL's ctid), and those of one transaction bear its number (xmin). After this, all bear the last one's.
 */
export async function scatter(tx: Tx, surveyId: string): Promise<void> {
  const respondents = await tx
    .selectFrom('survey_respondent')
    .selectAll()
    .where('survey_id', '=', surveyId)
    .orderBy('respondent')
    .execute();
  if (respondents.length > 0) {
    await tx.deleteFrom('survey_respondent').where('survey_id', '=', surveyId).execute();
    await tx.insertInto('survey_respondent').values(respondents).execute();
  }
  const texts = await tx
    .selectFrom('survey_text')
    .innerJoin('survey_question', 'survey_question.id', 'survey_text.question_id')
    .selectAll('survey_text')
    .where('survey_id', '=', surveyId)
    .orderBy('survey_text.id')
    .execute();
  if (texts.length === 0) return;
  const ids = texts.map(({ id }) => id);
  await tx.deleteFrom('survey_text').where('id', 'in', ids).execute();
  await tx
    .insertInto('survey_text')
    .values(texts.map(({ body, ...rest }) => ({ ...rest, body: body as AnonymizedText })))
    .execute();
}

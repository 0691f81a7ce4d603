import type { Db } from '#db/schema.ts';
import type { Said } from './answer-survey.server.ts';

/** What somebody has said by name, by question, to be changed; nothing where the survey is anonymous. */
export async function ownAnswers(db: Db, surveyId: string, respondent: string): Promise<Map<string, Said>> {
  const rows = await db
    .selectFrom('survey_reply')
    .innerJoin('survey_question', 'survey_question.id', 'survey_reply.question_id')
    .leftJoin('survey_text', (join) =>
      join
        .onRef('survey_text.question_id', '=', 'survey_reply.question_id')
        .onRef('survey_text.respondent', '=', 'survey_reply.respondent'),
    )
    .select(['survey_reply.question_id as id', 'choices', 'survey_text.body', 'quotable'])
    .where('survey_id', '=', surveyId)
    .where('survey_reply.respondent', '=', respondent)
    .execute();
  return new Map(
    rows.map(({ id, choices, body, quotable }) => [
      id,
      { choices: JSON.parse(choices) as number[], text: body ?? '', quotable: quotable === 1 },
    ]),
  );
}

import type { Db } from '#db/schema.ts';

/** What stands in each survey below its title: questions, choices, and what people have written. */
export async function textsInSurveys(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const questions = db.selectFrom('survey_question').where('survey_id', 'in', ids);
  const lines = [
    ...(await questions.select(['survey_id as id', 'body']).orderBy('position').execute()),
    ...(await questions
      .innerJoin('survey_choice', 'survey_choice.question_id', 'survey_question.id')
      .select(['survey_id as id', 'survey_choice.label as body'])
      .orderBy('survey_choice.no')
      .execute()),
    ...(await questions
      .innerJoin('survey_text', 'survey_text.question_id', 'survey_question.id')
      .select(['survey_id as id', 'survey_text.body'])
      .orderBy('survey_text.id')
      .execute()),
  ];
  const texts = new Map<string, string>();
  for (const { id, body } of lines) texts.set(id, `${texts.get(id) ?? ''}${body}\n\n`);
  return texts;
}

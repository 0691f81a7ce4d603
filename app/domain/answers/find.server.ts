import type { Db } from '#db/schema.ts';

/** An answer that everybody sees, with its thread; undefined when there is none. */
export async function findAnswer(db: Db, id: string) {
  const row = await db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'answer.id',
      'answer.body_html as html',
      'answer.answered_at as at',
      'question.id as questionId',
      'question.title',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('answer.id', '=', id)
    .where('answer.status', '=', 'visible')
    .where('question.status', '=', 'visible')
    .executeTakeFirst();
  if (!row) return undefined;
  const { familyName, organization, ...answer } = row;
  return { ...answer, author: { organization, familyName } };
}

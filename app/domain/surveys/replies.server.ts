import type { Db } from '#db/schema.ts';

/** What one person said, for the desk, where the survey is not anonymous. */
export interface PersonReply {
  organization: string;
  familyName: string;
  /** By question: numbers of choices, and the free text. */
  said: Map<string, { choices: number[]; text: string }>;
}

/** Who said what, by organization and name; nobody where the survey is anonymous. */
export async function repliesByPerson(db: Db, surveyId: string): Promise<PersonReply[]> {
  const rows = await db
    .selectFrom('survey_reply')
    .innerJoin('survey_question', 'survey_question.id', 'survey_reply.question_id')
    .leftJoin('survey_text', (join) =>
      join
        .onRef('survey_text.question_id', '=', 'survey_reply.question_id')
        .onRef('survey_text.respondent', '=', 'survey_reply.respondent'),
    )
    .select(['survey_reply.respondent', 'survey_reply.question_id as questionId', 'choices'])
    .select('survey_text.body as text')
    .where('survey_id', '=', surveyId)
    .execute();
  const people = await namesOf(db, surveyId);
  const order = new Intl.Collator('ja');
  return [...Map.groupBy(rows, ({ respondent }) => respondent)]
    .map(([respondent, replies]) => ({
      ...(people.get(respondent) ?? { organization: '', familyName: '' }),
      said: new Map(
        replies.map(({ questionId, choices, text }) => [
          questionId,
          { choices: JSON.parse(choices) as number[], text: text ?? '' },
        ]),
      ),
    }))
    .toSorted(
      (a, b) => order.compare(a.organization, b.organization) || order.compare(a.familyName, b.familyName),
    );
}

async function namesOf(db: Db, surveyId: string) {
  const keys = await db
    .selectFrom('survey_respondent')
    .select('respondent')
    .where('survey_id', '=', surveyId)
    .execute();
  const ids = (kind: string) =>
    ['', ...keys.map(({ respondent }) => respondent)].flatMap((key) =>
      key.startsWith(kind) ? [key.slice(kind.length)] : [],
    );
  const members = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.family_name as familyName', 'organization.label as organization'])
    .where('member.id', 'in', ['', ...ids('member:')])
    .execute();
  const guests = await db
    .selectFrom('meeting_signup')
    .leftJoin('organization', 'organization.id', 'meeting_signup.organization_id')
    .select(['meeting_signup.id', 'meeting_signup.family_name as familyName'])
    .select(({ fn }) =>
      fn.coalesce('organization.label', 'meeting_signup.guest_organization').as('organization'),
    )
    .where('meeting_signup.id', 'in', ['', ...ids('signup:')])
    .execute();
  return new Map<string, { organization: string; familyName: string }>([
    ...members.map(({ id, ...who }) => [`member:${id}`, who] as const),
    ...guests.map(({ id, ...who }) => [`signup:${id}`, who] as const),
  ]);
}

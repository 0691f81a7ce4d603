import type { Db } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { notify } from '../notices/notify.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';

/** Organizations that may be told of one question. */
export const MOST_ASKED = 3;
/** Organizations that one member may tell within a day, whatever the questions. */
const ASKED_A_DAY = 9;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Tells the members of organizations that an asker hopes to hear from them. Each organization is told once of a
 * question, and of questions that nobody has answered only.
 */
export async function askToAnswer(
  db: Db,
  askerId: string,
  questionId: string,
  organizationIds: readonly string[],
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const question = await tx
      .selectFrom('question')
      .select('id')
      .where('id', '=', questionId)
      .where('author_id', '=', askerId)
      .where('status', '=', 'visible')
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (!question) return refused({ code: 'not-found' });
    const already = (await askedOrganizations(tx, questionId)).map(({ id }) => id);
    const wanted = [...new Set(organizationIds)].filter((id) => !already.includes(id));
    if (already.length + wanted.length > MOST_ASKED) return refused({ code: 'too-often' });
    const { today } = await tx
      .selectFrom('asked_organization')
      .select(({ fn }) => fn.countAll<number>().as('today'))
      .where('asked_by', '=', askerId)
      .where('asked_at', '>', new Date(now.getTime() - DAY).toISOString())
      .executeTakeFirstOrThrow();
    if (Number(today) + wanted.length > ASKED_A_DAY) return refused({ code: 'too-often' });
    const members = await tx
      .selectFrom('member')
      .select(['id', 'organization_id'])
      .where('organization_id', 'in', wanted.length > 0 ? wanted : [''])
      .where('id', '!=', askerId)
      .where('from_chat', '=', 0)
      .execute();
    const known = new Set(members.map(({ organization_id }) => organization_id));
    for (const organizationId of wanted.filter((id) => known.has(id))) {
      await tx
        .insertInto('asked_organization')
        .values({
          question_id: questionId,
          organization_id: organizationId,
          asked_by: askerId,
          asked_at: now.toISOString(),
        })
        .execute();
      await recordAudit(tx, askerId, 'asked-to-answer', `question:${questionId}`, now);
    }
    for (const { id } of members) await notify(tx, 'asked', id, questionId, '', askerId, now);
    return accepted(null);
  });
}

/** Who was told of a question, in the order in which it happened. */
export async function askedOrganizations(db: Db, questionId: string) {
  return db
    .selectFrom('asked_organization')
    .innerJoin('organization', 'organization.id', 'asked_organization.organization_id')
    .select(['organization.id', 'organization.label'])
    .where('asked_organization.question_id', '=', questionId)
    .orderBy('asked_organization.asked_at')
    .orderBy('organization.id')
    .execute();
}

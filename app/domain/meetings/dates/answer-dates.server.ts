import type { DateAnswer, Db } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS, notAnonymous } from '../../anonymization/check.server.ts';
import { accepted, type Outcome, refused } from '../../outcome.ts';
import { textProblem, tidyLine } from '../../posts/text-problems.ts';
import { DATE_LIMITS } from './limits.ts';
import { candidatesOf, findPlanned } from './read-dates.server.ts';

/**
 * What a member says of the candidates; what they said before is replaced. Candidates that went meanwhile are passed
 * over.
 *
 * @param answers by candidate; those that are absent keep what was said
 */
export async function answerDates(
  db: Db,
  member: { id: string; familyName: string },
  slug: string,
  answers: ReadonlyMap<string, DateAnswer>,
  remark: string,
  now: Date,
): Promise<Outcome<null>> {
  if (!(await findPlanned(db, slug))) return refused({ code: 'not-found' });
  const known = (await candidatesOf(db, slug)).filter(({ id }) => answers.has(id));
  if (known.length === 0) return refused({ code: 'invalid', fields: { dates: 'missing' } });
  const line = tidyLine(remark);
  const problem = textProblem(line, DATE_LIMITS.remark);
  if (problem) return refused({ code: 'invalid', fields: { remark: problem } });
  const checked = await checkAnonymization(db, { remark: line }, 'report', member, NO_DECISIONS);
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  if (checked.verdict === 'wait') return refused({ code: 'not-anonymous', findings: checked.disputed });
  await db.transaction().execute(async (tx) => {
    for (const { id } of known) {
      const said = { answer: answers.get(id) as DateAnswer, answered_at: now.toISOString() };
      await tx
        .insertInto('meeting_date_answer')
        .values({ date_id: id, member_id: member.id, ...said })
        .onConflict((conflict) => conflict.columns(['date_id', 'member_id']).doUpdateSet(said))
        .execute();
    }
    await tx
      .insertInto('meeting_date_remark')
      .values({ meeting_slug: slug, member_id: member.id, remark: checked.texts.remark })
      .onConflict((conflict) =>
        conflict.columns(['meeting_slug', 'member_id']).doUpdateSet({ remark: checked.texts.remark }),
      )
      .execute();
  });
  return accepted(null);
}

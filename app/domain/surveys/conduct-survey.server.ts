import type { Db, Tx } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { lockSurvey } from './lock-survey.server.ts';

/** From now on it can be answered, until its closing date, which must lie ahead. */
export function openSurvey(db: Db, deskId: string, id: string, now: Date): Promise<Outcome<null>> {
  return conduct(db, deskId, id, 'survey-opened', now, (survey) => {
    const { closes_at } = survey;
    if (closes_at === null || closes_at <= now.toISOString())
      return { problem: closes_at === null ? 'missing' : 'bad-time' };
    return { set: { opened_at: survey.opened_at ?? now.toISOString() } };
  });
}

/** From now on it cannot be answered any more. A later closing date opens it again. */
export const closeSurvey = (db: Db, deskId: string, id: string, now: Date): Promise<Outcome<null>> =>
  conduct(db, deskId, id, 'survey-closed', now, () => ({ set: { closes_at: now.toISOString() } }));

/** Whether members see the results before it closes. */
export const showResults = (
  db: Db,
  deskId: string,
  id: string,
  shown: boolean,
  now: Date,
): Promise<Outcome<null>> =>
  conduct(db, deskId, id, shown ? 'survey-shown' : 'survey-unshown', now, () => ({
    set: { shown_at: shown ? now.toISOString() : null },
  }));

type Locked = NonNullable<Awaited<ReturnType<typeof lockSurvey>>>;
type Change =
  | { problem: 'missing' | 'bad-time' }
  | { set: Partial<Pick<Locked, 'opened_at' | 'closes_at' | 'shown_at'>> };

async function conduct(
  db: Db,
  deskId: string,
  id: string,
  action: string,
  now: Date,
  change: (survey: Locked) => Change,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx: Tx) => {
    const survey = await lockSurvey(tx, id);
    if (!survey) return refused({ code: 'not-found' });
    const made = change(survey);
    if ('problem' in made) return refused({ code: 'invalid', fields: { surveyClosesAt: made.problem } });
    await tx
      .updateTable('survey')
      .set({ ...made.set, version: survey.version + 1 })
      .where('id', '=', id)
      .execute();
    await recordAudit(tx, deskId, action, `survey:${id}`, now);
    return accepted(null);
  });
}

import type { Db } from '#db/schema.ts';
import { recordAudit } from '../../audit.server.ts';
import { enqueue } from '../../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../../outcome.ts';
import { tellOfMeeting } from '../meeting-notices.server.ts';

/** Makes a candidate the meeting's date, announces it and tells everybody who has answered. */
export async function fixDate(
  db: Db,
  actorId: string,
  slug: string,
  dateId: string,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const date = await tx
      .selectFrom('meeting_date')
      .select(['day', 'starts_at', 'ends_at'])
      .where('id', '=', dateId)
      .where('meeting_slug', '=', slug)
      .executeTakeFirst();
    if (!date) return refused({ code: 'not-found' });
    const { numUpdatedRows } = await tx
      .updateTable('meeting')
      .set((eb) => ({
        ...date,
        status: 'announced' as const,
        version: eb('version', '+', 1),
        changed_at: now.toISOString(),
      }))
      .where('slug', '=', slug)
      // Of two who press at once, the second finds it done.
      .where('status', '=', 'planning')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refused({ code: 'changed-meanwhile' });
    const answered = await tx
      .selectFrom('meeting_date_answer')
      .innerJoin('meeting_date', 'meeting_date.id', 'meeting_date_answer.date_id')
      .select('meeting_date_answer.member_id as id')
      .distinct()
      .where('meeting_date.meeting_slug', '=', slug)
      .execute();
    await tellOfMeeting(
      tx,
      'date-fixed',
      answered.map(({ id }) => id),
      slug,
      actorId,
      now,
    );
    await enqueue(tx, 'index', `report:${slug}`, now);
    await recordAudit(tx, actorId, 'date-fixed', `meeting:${slug}`, now);
    return accepted(null);
  });
}

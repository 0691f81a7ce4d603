import type { Db } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS, notAnonymous } from '../anonymization/check.server.ts';
import { recordAudit } from '../audit.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem, tidy } from '../posts/text-problems.ts';
import { lockMeeting } from './lock-meeting.server.ts';
import { mailEverybody } from './meeting-mail.server.ts';

/** Calls a meeting off. It stays to be read, with the reason; calendars and whoever is signed up hear of it. */
export async function cancelMeeting(
  db: Db,
  author: { id: string; familyName: string },
  slug: string,
  typed: string,
  now: Date,
): Promise<Outcome<null>> {
  const cancelReason = tidy(typed);
  const problem = requiredTextProblem(cancelReason, LIMITS.introduction);
  if (problem) return refused({ code: 'invalid', fields: { cancelReason: problem } });
  const checked = await checkAnonymization(db, { cancelReason }, 'report', author, NO_DECISIONS);
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  if (checked.verdict === 'wait') return refused({ code: 'not-anonymous', findings: checked.disputed });
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, slug);
    if (!meeting) return refused({ code: 'not-found' });
    if (meeting.status === 'cancelled') return accepted(null);
    await tx
      .updateTable('meeting')
      .set({
        status: 'cancelled',
        cancel_reason: checked.texts.cancelReason,
        sequence: meeting.sequence + 1,
        version: meeting.version + 1,
        changed_at: now.toISOString(),
      })
      .where('slug', '=', slug)
      .execute();
    await mailEverybody(tx, 'meeting-cancelled', slug, now);
    await enqueue(tx, 'index', `report:${slug}`, now);
    await recordAudit(tx, author.id, 'meeting-cancelled', `meeting:${slug}`, now);
    return accepted(null);
  });
}

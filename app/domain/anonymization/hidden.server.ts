import type { Db, PaperKind, Tx } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';

/** Ids of the notes, meetings, reports, introductions or files that are out of sight. */
export const hiddenOf = (db: Db, kind: PaperKind) =>
  db.selectFrom('hidden_text').select('text_id').where('kind', '=', kind);

/** Takes a note, meeting, report, introduction or file out of everybody's sight. */
export async function hideIn(tx: Tx, deskId: string, kind: PaperKind, id: string, now: Date): Promise<void> {
  await tx
    .insertInto('hidden_text')
    .values({ kind, text_id: id, hidden_by: deskId, hidden_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await reindex(tx, kind, id, 'unindex', now);
  await recordAudit(tx, deskId, 'hidden', `${kind}:${id}`, now);
}

/** Shows it again. */
export async function showAgain(
  db: Db,
  deskId: string,
  kind: PaperKind,
  id: string,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('hidden_text')
      .where('kind', '=', kind)
      .where('text_id', '=', id)
      .where('why', '=', 'hidden')
      .executeTakeFirst();
    if (numDeletedRows === 0n) return refused({ code: 'not-found' });
    await reindex(tx, kind, id, 'index', now);
    await recordAudit(tx, deskId, 'released', `${kind}:${id}`, now);
    return accepted(null);
  });
}

/** Search knows no introductions and no surveys. */
async function reindex(tx: Tx, kind: PaperKind, id: string, job: 'index' | 'unindex', now: Date) {
  if (kind === 'note') await enqueue(tx, job, `note:${id}`, now);
  if (kind === 'meeting') await enqueue(tx, job, `report:${id}`, now);
  if (kind === 'meeting-report') await enqueue(tx, job, `meeting-report:${id}`, now);
  if (kind === 'file') {
    const file = await tx.selectFrom('attachment').select('owner').where('id', '=', id).executeTakeFirst();
    if (file) await enqueue(tx, 'index', file.owner, now);
  }
}

/** What the desk has taken out of sight, newest first, with the name by which the desk knows it. */
export async function hiddenTexts(db: Db) {
  return db
    .selectFrom('hidden_text')
    .leftJoin('note', (join) =>
      join.onRef('note.id', '=', 'hidden_text.text_id').on('hidden_text.kind', '=', 'note'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.slug', '=', 'hidden_text.text_id').on('hidden_text.kind', '=', 'meeting'),
    )
    .leftJoin('meeting_report', (join) =>
      join
        .onRef('meeting_report.id', '=', 'hidden_text.text_id')
        .on('hidden_text.kind', '=', 'meeting-report'),
    )
    .leftJoin('meeting as reported', 'reported.slug', 'meeting_report.meeting_slug')
    .leftJoin('member', (join) =>
      join.onRef('member.id', '=', 'hidden_text.text_id').on('hidden_text.kind', '=', 'member'),
    )
    .leftJoin('attachment', (join) =>
      join.onRef('attachment.id', '=', 'hidden_text.text_id').on('hidden_text.kind', '=', 'file'),
    )
    .leftJoin('survey', (join) =>
      join.onRef('survey.id', '=', 'hidden_text.text_id').on('hidden_text.kind', '=', 'survey'),
    )
    .select(({ fn }) => [
      'hidden_text.kind',
      'hidden_text.text_id as id',
      'hidden_text.hidden_at as at',
      fn
        .coalesce(
          fn.coalesce('note.title', 'meeting.title', 'reported.title'),
          'member.family_name',
          'attachment.name',
          'survey.title',
        )
        .as('title'),
    ])
    .where('hidden_text.why', '=', 'hidden')
    .orderBy('hidden_text.hidden_at', 'desc')
    .execute();
}

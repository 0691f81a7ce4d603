import type { Audience, Db, Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { forgetHits } from '../anonymization/record.server.ts';
import { recordAudit } from '../audit.server.ts';
import { lockMeeting } from '../meetings/lock-meeting.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { isBlank, textProblem, tidyLine } from '../posts/text-problems.ts';
import { readNumberLine } from './numbers.ts';
import { REPORT_LIMITS } from './report.ts';

export interface Publishing {
  /** The version that was previewed. */
  version: number;
  audience: Audience;
  /** 何を直したか; wanted where readers have seen another version. */
  correction: string;
}

/**
 * Shows a version to readers, for the first time or as a correction. One that was saved meanwhile is not published
 * unseen: `changed-meanwhile`.
 */
export async function publishReport(
  db: Db,
  author: { id: string; familyName: string },
  slug: string,
  { version, audience, correction: typed }: Publishing,
  now: Date,
): Promise<Outcome<null>> {
  const line = tidyLine(typed);
  const problem = textProblem(line, REPORT_LIMITS.correction);
  if (problem) return refused({ code: 'invalid', fields: { correction: problem } });
  const checked = await checkAnonymization(db, { correction: line }, 'report', author, NO_DECISIONS);
  if (checked.verdict !== 'pass')
    return refused({ code: 'invalid', fields: { correction: 'names-somebody' } });
  const { correction } = checked.texts;
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, slug);
    if (!meeting) return refused({ code: 'not-found' });
    const report = await tx
      .selectFrom('meeting_report')
      .selectAll()
      .where('meeting_slug', '=', slug)
      .executeTakeFirst();
    if (!report) return refused({ code: 'not-found' });
    if (report.version !== version) return refused({ code: 'changed-meanwhile' });
    const isCorrection = report.published_version !== null && report.published_version !== version;
    if (isCorrection && isBlank(correction))
      return refused({ code: 'invalid', fields: { correction: 'missing' } });
    const at = now.toISOString();
    const edition = await tx
      .updateTable('meeting_report_edition')
      .set({ published_to: audience, published_at: at, ...(isCorrection ? { correction } : {}) })
      .where('report_id', '=', report.id)
      .where('version', '=', version)
      .returning('numbers_line')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('meeting_report')
      .set({
        published_version: version,
        audience,
        published_at: report.published_version === null ? at : report.published_at,
        corrected_at: isCorrection ? at : report.corrected_at,
      })
      .where('id', '=', report.id)
      .execute();
    const figures = readNumberLine(edition.numbers_line);
    const mayBeTold = audience === 'everyone' || meeting.audience === 'members';
    if (!mayBeTold) await forgetFigures(tx, slug);
    else if (figures)
      // Lists and figures over time read them from the meeting.
      await tx
        .updateTable('meeting')
        .set(({ selectFrom }) => ({
          participants: figures.participants,
          organizations: figures.organizations,
          numbers_line: selectFrom('meeting_report_edition')
            .select(({ ref }) => ref('numbers_line').$castTo<AnonymizedText>().as('line'))
            .where('report_id', '=', report.id)
            .where('version', '=', version),
        }))
        .where('slug', '=', slug)
        .execute();
    if (isCorrection) await forgetHits(tx, report.id);
    await enqueue(tx, 'index', `meeting-report:${report.id}`, now);
    await recordAudit(tx, author.id, 'report-published', `meeting-report:${report.id}`, now);
    return accepted(null);
  });
}

/**
 * Takes a report from its readers; the desk keeps it as a draft. What was withdrawn is not shown in the history either,
 * so a text that named somebody can be put right and published anew.
 */
export async function withdrawReport(
  db: Db,
  deskId: string,
  slug: string,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const report = await tx
      .updateTable('meeting_report')
      .set({ published_version: null, published_at: null, corrected_at: null })
      .where('meeting_slug', '=', slug)
      .where('published_version', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    if (!report) return refused({ code: 'not-found' });
    await tx
      .updateTable('meeting_report_edition')
      .set({ published_to: null, published_at: null })
      .where('report_id', '=', report.id)
      .execute();
    await forgetFigures(tx, slug);
    await enqueue(tx, 'unindex', `meeting-report:${report.id}`, now);
    await recordAudit(tx, deskId, 'report-withdrawn', `meeting-report:${report.id}`, now);
    return accepted(null);
  });
}

/** Whoever sees the meeting sees its figures, so they go with the report that told them. */
async function forgetFigures(tx: Tx, slug: string): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ participants: null, organizations: null, numbers_line: null })
    .where('slug', '=', slug)
    .execute();
}

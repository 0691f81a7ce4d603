import type { Audience, Db, Tx } from '#db/schema.ts';
import type { Acknowledgement } from '#lint/gate.ts';
import { addKept } from '../anonymization/record.server.ts';
import { recordAudit } from '../audit.server.ts';
import { newId } from '../ids.server.ts';
import { lockMeeting } from '../meetings/lock-meeting.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { renderBody } from '../posts/render.server.ts';
import { type CheckedReport, checkReport, type ReportForm } from './check-report.server.ts';

export interface Saving {
  form: ReportForm;
  /** The version that it was written over; 0 for the draft that the meeting writes. */
  begun: number;
  /** Why warnings may stay, besides what was said of them before. */
  acknowledgements: readonly Acknowledgement[];
}

/**
 * Saves a draft of a meeting's report; readers go on seeing what was published. A version that came meanwhile is never
 * overwritten: this one comes back as `changed-meanwhile`.
 *
 * @returns the number of the version
 */
export async function saveReport(
  db: Db,
  author: { id: string; familyName: string },
  slug: string,
  { form, begun, acknowledgements }: Saving,
  now: Date,
): Promise<Outcome<number>> {
  const kept = await keptOf(db, slug);
  const checked = await checkReport(db, author, form, [...acknowledgements, ...kept]);
  if (!checked.ok) return checked;
  const filmsAudience: Audience = form.filmsAudience === 'everyone' ? 'everyone' : 'members';
  return db.transaction().execute(async (tx) => {
    // Takes the meeting's row, so that of two drafts over the same version the second sees the first.
    if (!(await lockMeeting(tx, slug))) return refused({ code: 'not-found' });
    const report = await tx
      .selectFrom('meeting_report')
      .select(['id', 'version'])
      .where('meeting_slug', '=', slug)
      .executeTakeFirst();
    if ((report?.version ?? 0) !== begun) {
      // The form was sent twice; or both have written the same.
      if (report && (await saysTheSame(tx, report, checked.value, filmsAudience)))
        return accepted(report.version);
      return refused({ code: 'changed-meanwhile' });
    }
    if (report && (await saysTheSame(tx, report, checked.value, filmsAudience)))
      return accepted(report.version);
    const id = report?.id ?? newId();
    const version = begun + 1;
    if (report) await tx.updateTable('meeting_report').set({ version }).where('id', '=', id).execute();
    else
      await tx
        .insertInto('meeting_report')
        .values({
          id,
          meeting_slug: slug,
          version,
          published_version: null,
          audience: 'members',
          published_at: null,
          corrected_at: null,
        })
        .execute();
    const { kept: reasons, ...texts } = checked.value;
    await tx
      .insertInto('meeting_report_edition')
      .values({
        report_id: id,
        version,
        lead: texts.lead,
        numbers_line: texts.numbersLine,
        body: texts.body,
        body_html: renderBody(texts.body),
        summaries: texts.summaries,
        films: texts.films,
        films_audience: filmsAudience,
        author_id: author.id,
        written_at: now.toISOString(),
        published_to: null,
        published_at: null,
        correction: NO_TEXT,
      })
      .execute();
    await addKept(tx, id, reasons);
    await recordAudit(tx, author.id, 'report-saved', `meeting-report:${id}`, now);
    return accepted(version);
  });
}

async function saysTheSame(
  tx: Tx,
  { id, version }: { id: string; version: number },
  { lead, numbersLine, body, summaries, films }: CheckedReport,
  filmsAudience: Audience,
): Promise<boolean> {
  const edition = await tx
    .selectFrom('meeting_report_edition')
    .select(['lead', 'numbers_line', 'body', 'summaries', 'films', 'films_audience'])
    .where('report_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return (
    edition?.lead === lead &&
    edition.numbers_line === numbersLine &&
    edition.body === body &&
    edition.summaries === summaries &&
    edition.films === films &&
    edition.films_audience === filmsAudience
  );
}

/** What was said of this report's warnings before. */
function keptOf(db: Db, slug: string): Promise<Acknowledgement[]> {
  return db
    .selectFrom('kept_warning')
    .innerJoin('meeting_report', 'meeting_report.id', 'kept_warning.post_id')
    .select(['rule_id as ruleId', 'passage as text', 'reason', 'note'])
    .where('meeting_report.meeting_slug', '=', slug)
    .execute();
}

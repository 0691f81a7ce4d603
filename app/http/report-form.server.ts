import { rewritePassages } from '#app/domain/anonymization/rewrite.server.ts';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import type { Meeting } from '#app/domain/meetings/meetings.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { NOTHING_SO_FAR } from '#app/domain/questions/so-far.server.ts';
import { type ReportForm, summaryField, textsOf } from '#app/domain/reports/check-report.server.ts';
import { REPORT_LIMITS } from '#app/domain/reports/report.ts';
import { saveReport } from '#app/domain/reports/save-report.server.ts';
import { type Decisions, parseDecisions, splitKey } from '#app/ui/composer/decisions.ts';
import type { Db } from '#db/schema.ts';
import type { PostedForm } from './form.server.ts';
import { unlessUnchecked } from './unless-unchecked.server.ts';

/** The form as it was sent, for the groups that the meeting has. */
export function readReportForm(form: PostedForm, meeting: Pick<Meeting, 'groups'>): ReportForm {
  return {
    lead: form.text('lead'),
    numbersLine: form.text('numbersLine'),
    body: form.text('body'),
    summaries: new Map(meeting.groups.map(({ no }) => [no, form.text(summaryField(no))])),
    films: form.text('films'),
    filmsAudience: form.text('filmsAudience'),
  };
}

export interface SentReport {
  /** With the rewrites that were chosen. */
  form: ReportForm;
  begun: number;
  raw: Decisions;
}

/** Saves what the form brought, with the rewrites and reasons that were given with it. */
export async function takeReport(
  db: Db,
  viewer: Viewer,
  meeting: Meeting,
  posted: PostedForm,
): Promise<{ sent: SentReport; outcome: Outcome<number> }> {
  const raw = parseDecisions(posted.raw);
  const begun = Number(posted.text('version'));
  const typed = readReportForm(posted, meeting);
  const unchecked = { ok: false as const, refusal: { code: 'unchecked' as const } };
  const texts = textsOf(typed);
  const isLong = Object.values(texts).some((text) => text.length > REPORT_LIMITS.body);
  const fixes = isLong ? [] : raw.fixes.map(splitKey);
  const rewritten = await unlessUnchecked(
    rewritePassages(db, texts, 'report', viewer, fixes, NOTHING_SO_FAR),
  );
  const sent = { form: rewritten ? formFrom(rewritten, typed) : typed, begun, raw };
  if (!rewritten || !Number.isSafeInteger(begun) || begun < 0) return { sent, outcome: unchecked };
  const acknowledgements = raw.keeps.map(({ key, reason, note }) => ({ ...splitKey(key), reason, note }));
  const saving = { form: sent.form, begun, acknowledgements };
  const outcome = await unlessUnchecked(saveReport(db, viewer, meeting.slug, saving, new Date()));
  return { sent, outcome: outcome ?? unchecked };
}

const formFrom = (texts: Record<string, string>, { summaries, filmsAudience }: ReportForm): ReportForm => ({
  lead: texts.lead ?? '',
  numbersLine: texts.numbersLine ?? '',
  body: texts.body ?? '',
  films: texts.films ?? '',
  summaries: new Map([...summaries.keys()].map((no) => [no, texts[summaryField(no)] ?? ''])),
  filmsAudience,
});

/** The form as a page shows it: every field a text. */
export const valuesOf = (form: ReportForm): Record<string, string> => ({
  lead: form.lead,
  numbersLine: form.numbersLine,
  body: form.body,
  films: form.films,
  filmsAudience: form.filmsAudience,
  ...Object.fromEntries([...form.summaries].map(([no, summary]) => [summaryField(no), summary])),
});

import type { Db } from '#db/schema.ts';
import type { Acknowledgement, AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, notAnonymous } from '../anonymization/check.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { isBlank, textProblem, tidy, tidyLine } from '../posts/text-problems.ts';
import { hasMergeMarks } from '../text/merge.ts';
import { readFilms } from './films.ts';
import { readNumberLine } from './numbers.ts';
import { REPORT_LIMITS } from './report.ts';

/** A report as its form sends it. */
export interface ReportForm {
  lead: string;
  numbersLine: string;
  body: string;
  /** By the group's number. */
  summaries: ReadonlyMap<number, string>;
  /** One film a line. */
  films: string;
  filmsAudience: string;
}

/** The same as it may be stored. */
export interface CheckedReport {
  lead: AnonymizedText;
  numbersLine: AnonymizedText;
  body: AnonymizedText;
  /** JSON, as are the films. */
  summaries: AnonymizedText;
  films: AnonymizedText;
  /** Why its warnings stayed. */
  kept: readonly Acknowledgement[];
}

export const summaryField = (no: number) => `summary-${no}`;

/** The fields of a report that are texts, by the names of the form, tidied. */
export function textsOf({ lead, numbersLine, body, summaries, films }: ReportForm): Record<string, string> {
  return {
    lead: tidyLine(lead),
    numbersLine: tidyLine(numbersLine),
    body: tidy(body),
    ...Object.fromEntries([...summaries].map(([no, text]) => [summaryField(no), tidy(text)])),
    films: tidy(films),
  };
}

/**
 * Takes a report through the gate with the profile for reports, where officials' and speakers' names pass.
 *
 * @param acknowledgements why warnings may stay
 */
export async function checkReport(
  db: Db,
  author: { id: string; familyName: string },
  form: ReportForm,
  acknowledgements: readonly Acknowledgement[],
): Promise<Outcome<CheckedReport>> {
  const typed = textsOf(form);
  const fields = reportProblems(typed);
  if (Object.keys(fields).length > 0) return refused({ code: 'invalid', fields });
  const decisions = { acknowledgements: [...acknowledgements], objections: [] };
  const checked = await checkAnonymization(db, typed, 'report', author, decisions);
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  // Nobody but the desk decides about objections, and it is the desk that writes here.
  if (checked.verdict === 'wait') return refused({ code: 'not-anonymous', findings: checked.disputed });
  const { texts } = checked;
  const of = (field: string) => texts[field] as AnonymizedText;
  const summaries = [...form.summaries.keys()].map((no) => ({ no, summary: of(summaryField(no)) }));
  return accepted({
    lead: of('lead'),
    numbersLine: of('numbersLine'),
    body: of('body'),
    summaries: JSON.stringify(summaries) as AnonymizedText,
    films: JSON.stringify(readFilms(of('films'))) as AnonymizedText,
    kept: checked.kept,
  });
}

function reportProblems(typed: Record<string, string>): Record<string, FieldProblem> {
  const limitOf = (field: string) =>
    field in LIMIT_OF ? LIMIT_OF[field as keyof typeof LIMIT_OF] : REPORT_LIMITS.summary;
  const problems: Record<string, FieldProblem> = {};
  for (const [field, text] of Object.entries(typed)) {
    const problem = textProblem(text, limitOf(field)) ?? (hasMergeMarks(text) ? 'unmerged' : undefined);
    if (problem) problems[field] = problem;
  }
  if (isBlank(typed.body ?? '')) problems.body = 'missing';
  if (typed.numbersLine !== '' && !readNumberLine(typed.numbersLine ?? ''))
    problems.numbersLine ??= 'unknown';
  const films = readFilms(typed.films ?? '');
  if (!films) problems.films ??= 'unknown';
  else if (films.length > REPORT_LIMITS.films) problems.films ??= 'too-many';
  else if (films.some(({ title }) => title.length > REPORT_LIMITS.filmTitle)) problems.films ??= 'too-long';
  return problems;
}

const LIMIT_OF = {
  lead: REPORT_LIMITS.lead,
  numbersLine: REPORT_LIMITS.numbersLine,
  body: REPORT_LIMITS.body,
  films: REPORT_LIMITS.filmLines,
};

import type { Db, SurveyQuestionKind } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { choiceLabels, type SurveyDraft } from './draft.ts';

/** A survey's own texts as they may be stored. */
export interface CheckedSurvey {
  title: AnonymizedText;
  lead: AnonymizedText;
  questions: Array<{ id: string; kind: SurveyQuestionKind; body: AnonymizedText; choices: AnonymizedText[] }>;
}

/** Takes what the desk asks through the gate, with the profile for reports. */
export async function checkSurvey(
  db: Db,
  author: { id?: string; familyName: string },
  draft: Pick<SurveyDraft, 'title' | 'lead' | 'questions'>,
): Promise<Outcome<CheckedSurvey>> {
  const fields: Record<string, string> = { title: draft.title, 'survey-lead': draft.lead };
  const rows = draft.questions.map((question) => ({ ...question, labels: choiceLabels(question) }));
  for (const [index, { body, labels }] of rows.entries()) {
    fields[`ask-${index}`] = body;
    for (const [at, label] of labels.entries()) fields[`choices-${index}.${at}`] = label;
  }
  const checked = await checkAnonymization(db, fields, 'report', author, NO_DECISIONS);
  if (checked.verdict !== 'pass') {
    const findings = checked.verdict === 'refuse' ? checked.findings : checked.disputed;
    return refused({
      code: 'not-anonymous',
      // The form has one box for all choices of a question.
      findings: findings.map((finding) => ({ ...finding, field: finding.field.replace(/\.\d+$/, '') })),
    });
  }
  const text = (field: string): AnonymizedText => checked.texts[field] ?? NO_TEXT;
  return accepted({
    title: text('title'),
    lead: text('survey-lead'),
    questions: rows.map(({ id, kind, labels }, index) => ({
      id,
      kind,
      body: text(`ask-${index}`),
      choices: labels.map((_, at) => text(`choices-${index}.${at}`)),
    })),
  });
}

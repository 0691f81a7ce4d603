import type { Audience, Db } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { newId } from '../ids.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { checkSurvey } from './check-survey.server.ts';
import type { QuestionDraft } from './draft.ts';

/** Results of which a paper tells the totals; nobody knows any more who answered. */
export interface PrintedSurvey {
  title: string;
  lead: string;
  /** The paper. */
  source: string;
  audience: Audience;
  closedAt: Date;
  /** How many people answered. */
  answers: number;
  questions: ReadonlyArray<{
    kind: 'single' | 'multiple';
    body: string;
    /** How many answered this one. */
    n: number;
    choices: ReadonlyArray<{ label: string; count: number }>;
  }>;
}

/** Takes printed results in as a closed survey that names its source. */
export async function addPrintedSurvey(db: Db, printed: PrintedSurvey): Promise<Outcome<string>> {
  const { questions, source, closedAt, audience, answers } = printed;
  const nobody = { familyName: '' };
  const drafts: QuestionDraft[] = questions.map(({ kind, body, choices }) => ({
    id: '',
    kind,
    body,
    choices: choices.map(({ label }) => label).join('\n'),
  }));
  const checked = await checkSurvey(db, nobody, { ...printed, questions: drafts });
  if (!checked.ok) return checked;
  const named = await checkAnonymization(db, { source }, 'report', nobody, NO_DECISIONS);
  if (named.verdict !== 'pass')
    return refused({
      code: 'not-anonymous',
      findings: named.verdict === 'refuse' ? named.findings : named.disputed,
    });
  const id = newId();
  const at = closedAt.toISOString();
  const { title, lead, questions: texts } = checked.value;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('survey')
      .values({
        id,
        meeting_slug: null,
        title,
        lead,
        source: named.texts.source,
        anonymous: 1,
        audience,
        made_at: at,
        opened_at: at,
        closes_at: at,
        shown_at: null,
        answers,
      })
      .execute();
    for (const [position, { kind, n, choices }] of questions.entries()) {
      const text = texts[position];
      if (!text) throw new Error('A question was lost in the check');
      const question_id = newId();
      await tx
        .insertInto('survey_question')
        .values({ id: question_id, survey_id: id, position, kind, body: text.body, answered: n })
        .execute();
      await tx
        .insertInto('survey_choice')
        .values(
          text.choices.map((label, index) => {
            const chosen = choices[index]?.count ?? 0;
            return { question_id, no: index + 1, label, chosen };
          }),
        )
        .execute();
    }
  });
  return accepted(id);
}

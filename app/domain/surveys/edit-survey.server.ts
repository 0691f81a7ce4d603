import type { Db, Tx } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { newId } from '../ids.server.ts';
import { closingInstant } from '../meetings/meeting-form.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { type CheckedSurvey, checkSurvey } from './check-survey.server.ts';
import { choiceLabels, type SurveyDraft, surveyProblems } from './draft.ts';
import { lockSurvey } from './lock-survey.server.ts';
import { questionsOf, type SurveyQuestion } from './read-survey.server.ts';

interface Author {
  id: string;
  familyName: string;
}

/** Makes a survey that nobody but the desk sees yet. @param meetingSlug null to ask the whole network @returns its id */
export async function makeSurvey(
  db: Db,
  author: Author,
  meetingSlug: string | null,
  draft: SurveyDraft,
  now: Date,
): Promise<Outcome<string>> {
  const fields = surveyProblems(draft);
  if (fields) return refused({ code: 'invalid', fields });
  const checked = await checkSurvey(db, author, draft);
  if (!checked.ok) return checked;
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('survey')
      .values({
        id,
        meeting_slug: meetingSlug,
        ...columnsOf(draft, checked.value),
        made_at: now.toISOString(),
        opened_at: null,
        shown_at: null,
      })
      .execute();
    await writeQuestions(tx, id, checked.value.questions);
    await recordAudit(tx, author.id, 'survey-made', `survey:${id}`, now);
  });
  return accepted(id);
}

/**
 * Writes what the desk has changed. Once somebody has answered, only words may change, not what was answered: the
 * number and kinds of questions, their choices, and whether it is anonymous stay.
 *
 * @param version the one that the form began with
 */
export async function editSurvey(
  db: Db,
  author: Author,
  id: string,
  version: number,
  draft: SurveyDraft,
  now: Date,
): Promise<Outcome<null>> {
  const fields = surveyProblems(draft);
  if (fields) return refused({ code: 'invalid', fields });
  const checked = await checkSurvey(db, author, draft);
  if (!checked.ok) return checked;
  return db.transaction().execute(async (tx) => {
    const survey = await lockSurvey(tx, id);
    if (!survey) return refused({ code: 'not-found' });
    if (survey.version !== version) return refused({ code: 'changed-meanwhile' });
    if (survey.opened_at !== null && draft.closesAt === '')
      return refused({ code: 'invalid', fields: { surveyClosesAt: 'missing' } });
    // Somebody may be writing under the promise that the page has made.
    if (survey.opened_at !== null && draft.anonymous !== (survey.anonymous === 1))
      return refused({ code: 'invalid', fields: { anonymous: 'answered' } });
    const before = await questionsOf(tx, id);
    if (survey.answers > 0) {
      const falsified = falsifiedBy(before, draft, survey.anonymous === 1);
      if (Object.keys(falsified).length > 0) return refused({ code: 'invalid', fields: falsified });
      for (const [index, { body }] of checked.value.questions.entries())
        await tx
          .updateTable('survey_question')
          .set({ body })
          .where('id', '=', before[index]?.id ?? '')
          .execute();
    } else {
      await removeQuestions(tx, before);
      const known = new Set(before.map((question) => question.id));
      await writeQuestions(
        tx,
        id,
        checked.value.questions.map((one) => ({ ...one, id: known.has(one.id) ? one.id : '' })),
      );
    }
    await tx
      .updateTable('survey')
      .set({ ...columnsOf(draft, checked.value), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await recordAudit(tx, author.id, 'survey-edited', `survey:${id}`, now);
    return accepted(null);
  });
}

const columnsOf = ({ anonymous, audience, closesAt }: SurveyDraft, { title, lead }: CheckedSurvey) => ({
  title,
  lead,
  anonymous: anonymous ? (1 as const) : (0 as const),
  audience,
  closes_at: closingInstant(closesAt),
});

/** What of an edit would change what people have answered, by field. */
function falsifiedBy(
  before: readonly SurveyQuestion[],
  { questions, anonymous }: SurveyDraft,
  wasAnonymous: boolean,
): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {};
  if (anonymous !== wasAnonymous) problems.anonymous = 'answered';
  if (questions.length !== before.length || questions.some(({ id }, index) => id !== before[index]?.id))
    return { ...problems, questions: 'answered' };
  for (const [index, question] of questions.entries()) {
    const old = before[index];
    const same =
      old?.kind === question.kind &&
      JSON.stringify(old.choices.map(({ label }) => label)) === JSON.stringify(choiceLabels(question));
    if (!same) problems[`choices-${index}`] = 'answered';
  }
  return problems;
}

async function removeQuestions(tx: Tx, questions: readonly SurveyQuestion[]): Promise<void> {
  const ids = questions.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.deleteFrom('survey_choice').where('question_id', 'in', ids).execute();
  await tx.deleteFrom('survey_question').where('id', 'in', ids).execute();
}

async function writeQuestions(
  tx: Tx,
  surveyId: string,
  questions: CheckedSurvey['questions'],
): Promise<void> {
  for (const [position, { id: known, kind, body, choices }] of questions.entries()) {
    const id = known || newId();
    await tx
      .insertInto('survey_question')
      .values({ id, survey_id: surveyId, position, kind, body })
      .execute();
    if (choices.length > 0)
      await tx
        .insertInto('survey_choice')
        .values(choices.map((label, index) => ({ question_id: id, no: index + 1, label })))
        .execute();
  }
}

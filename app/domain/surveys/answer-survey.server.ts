import type { Db, Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, type Decisions, notAnonymous } from '../anonymization/check.server.ts';
import { addKept } from '../anonymization/record.server.ts';
import { newId } from '../ids.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { isBlank, textProblem, tidy } from '../posts/text-problems.ts';
import { SURVEY_LIMITS } from './limits.ts';
import { lockSurvey } from './lock-survey.server.ts';
import { findSurvey, questionsOf, type SurveyQuestion, surveyState } from './read-survey.server.ts';
import type { Respondent } from './respondent.server.ts';
import { scatter } from './scatter.server.ts';

/** What somebody says to one question. */
export interface Said {
  /** Numbers of choices. */
  choices: number[];
  text: string;
  /** Whether the text may stand in a public report. */
  quotable: boolean;
}

interface Answer {
  question: SurveyQuestion;
  choices: number[];
  body: AnonymizedText;
  quotable: boolean;
}

/**
 * Takes somebody's answers, each question's by its id. Once for each; again changes what was said, where the survey is
 * not anonymous. A question may be left out.
 */
export async function answerSurvey(
  db: Db,
  respondent: Respondent,
  surveyId: string,
  said: ReadonlyMap<string, Said>,
  decisions: Decisions,
  now: Date,
): Promise<Outcome<null>> {
  const survey = await findSurvey(db, surveyId);
  if (!survey) return refused({ code: 'not-found' });
  const isOpen = surveyState(survey, now) === 'open';
  if (!isOpen) return refused({ code: 'survey-closed' });
  const given = sortAnswers(await questionsOf(db, surveyId), said);
  const problems: Record<string, FieldProblem> = {};
  for (const [index, { said: one }] of given.entries()) {
    const problem = textProblem(one.text, SURVEY_LIMITS.text);
    if (problem) problems[`answer-${index}`] = problem;
  }
  if (given.every(({ isAnswer }) => !isAnswer)) problems.survey = 'missing';
  if (Object.keys(problems).length > 0) return refused({ code: 'invalid', fields: problems });
  const texts = Object.fromEntries(given.map(({ said: one }, index) => [`answer-${index}`, one.text]));
  const checked = await checkAnonymization(db, texts, 'report', respondent.author, decisions);
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  // It is read by many at once and cannot wait for the desk.
  if (checked.verdict === 'wait') return refused({ code: 'not-anonymous', findings: checked.disputed });
  const answers: Answer[] = given.flatMap(({ question, said: one, isAnswer }, index) =>
    isAnswer ? [{ question, ...one, body: checked.texts[`answer-${index}`] ?? NO_TEXT }] : [],
  );
  return db.transaction().execute(async (tx) => {
    const locked = await lockSurvey(tx, surveyId);
    if (!locked) return refused({ code: 'not-found' });
    if (surveyState({ openedAt: locked.opened_at, closesAt: locked.closes_at }, now) !== 'open')
      return refused({ code: 'survey-closed' });
    const isAgain = await isRespondent(tx, surveyId, respondent.key);
    if (isAgain && locked.anonymous === 1) return refused({ code: 'answered-already' });
    if (isAgain) await takeBack(tx, surveyId, respondent.key);
    else
      await tx
        .insertInto('survey_respondent')
        .values({ survey_id: surveyId, respondent: respondent.key })
        .execute();
    await count(tx, answers, 1);
    const key = locked.anonymous === 1 ? null : respondent.key;
    if (key !== null) await keepReplies(tx, key, answers);
    await keepTexts(tx, key, answers);
    await addKept(tx, surveyId, checked.kept);
    if (locked.anonymous === 1) await scatter(tx, surveyId);
    if (!isAgain)
      await tx
        .updateTable('survey')
        .set(({ eb }) => ({ answers: eb('answers', '+', 1) }))
        .where('id', '=', surveyId)
        .execute();
    return accepted(null);
  });
}

/** What a form brought, by the questions that there are: choices that are none, and more than one of one, fall away. */
function sortAnswers(questions: readonly SurveyQuestion[], said: ReadonlyMap<string, Said>) {
  return questions.map((question) => {
    const one = said.get(question.id);
    const offered = new Set(question.choices.map(({ no }) => no));
    const chosen = [...new Set(one?.choices ?? [])].filter((no) => offered.has(no)).toSorted((a, b) => a - b);
    const text = question.kind === 'text' ? tidy(one?.text ?? '') : '';
    const answer = {
      choices: question.kind === 'multiple' ? chosen : chosen.slice(0, 1),
      text: isBlank(text) ? '' : text,
      quotable: one?.quotable ?? false,
    };
    return { question, said: answer, isAnswer: answer.choices.length > 0 || answer.text !== '' };
  });
}

async function isRespondent(tx: Tx, surveyId: string, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('survey_respondent')
    .select('respondent')
    .where('survey_id', '=', surveyId)
    .where('respondent', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/** @param by 1 to count the answers, -1 to take them back */
async function count(
  tx: Tx,
  answers: ReadonlyArray<{ question: { id: string }; choices: readonly number[] }>,
  by: 1 | -1,
): Promise<void> {
  for (const { question, choices } of answers) {
    await tx
      .updateTable('survey_question')
      .set(({ eb }) => ({ answered: eb('answered', '+', by) }))
      .where('id', '=', question.id)
      .execute();
    if (choices.length > 0)
      await tx
        .updateTable('survey_choice')
        .set(({ eb }) => ({ chosen: eb('chosen', '+', by) }))
        .where('question_id', '=', question.id)
        .where('no', 'in', choices)
        .execute();
  }
}

/** A row for each question that somebody has answered, which says what, so that it can be changed. */
async function keepReplies(tx: Tx, respondent: string, answers: readonly Answer[]): Promise<void> {
  for (const { question, choices } of answers)
    await tx
      .insertInto('survey_reply')
      .values({ question_id: question.id, respondent, choices: JSON.stringify(choices) })
      .execute();
}

async function keepTexts(tx: Tx, respondent: string | null, answers: readonly Answer[]): Promise<void> {
  for (const { question, body, quotable } of answers) {
    if (body === '') continue;
    await tx
      .insertInto('survey_text')
      .values({ id: newId(), question_id: question.id, respondent, body, quotable: quotable ? 1 : 0 })
      .execute();
  }
}

/** Forgets what somebody has said by name. */
async function takeBack(tx: Tx, surveyId: string, respondent: string): Promise<void> {
  const replies = await tx
    .selectFrom('survey_reply')
    .innerJoin('survey_question', 'survey_question.id', 'survey_reply.question_id')
    .select(['question_id as id', 'choices'])
    .where('survey_id', '=', surveyId)
    .where('respondent', '=', respondent)
    .execute();
  await count(
    tx,
    replies.map(({ id, choices }) => ({ question: { id }, choices: JSON.parse(choices) as number[] })),
    -1,
  );
  const questions = replies.map(({ id }) => id);
  if (questions.length === 0) return;
  await tx
    .deleteFrom('survey_reply')
    .where('respondent', '=', respondent)
    .where('question_id', 'in', questions)
    .execute();
  await tx
    .deleteFrom('survey_text')
    .where('respondent', '=', respondent)
    .where('question_id', 'in', questions)
    .execute();
}

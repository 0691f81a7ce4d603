import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { rewritePassages } from '#app/domain/anonymization/rewrite.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { NOTHING_SO_FAR } from '#app/domain/questions/so-far.server.ts';
import { answerSurvey, type Said } from '#app/domain/surveys/answer-survey.server.ts';
import { SURVEY_LIMITS } from '#app/domain/surveys/limits.ts';
import { ownAnswers } from '#app/domain/surveys/own-answers.server.ts';
import { questionsOf, type Survey, surveyState } from '#app/domain/surveys/read-survey.server.ts';
import { hasAnswered, type Respondent } from '#app/domain/surveys/respondent.server.ts';
import { maySeeResults } from '#app/domain/surveys/results.server.ts';
import { type Decisions, parseDecisions, splitKey } from '#app/ui/composer/decisions.ts';
import { refusalOf, statusOf } from './compose.server.ts';
import { type PostedForm, readForm } from './form.server.ts';
import { formTrouble } from './form-trouble.server.ts';
import { unlessUnchecked } from './unless-unchecked.server.ts';

/** What the page of a survey shows to somebody who is asked, or who is not. */
export async function readAnswerPage(
  { db }: AppLoadContext,
  request: Request,
  survey: Survey,
  respondent: Respondent | undefined,
  now: Date,
) {
  const answered = respondent !== undefined && (await hasAnswered(db, survey.id, respondent.key));
  const { searchParams } = new URL(request.url);
  const said = answered && !survey.anonymous ? await ownAnswers(db, survey.id, respondent.key) : new Map();
  // How others have answered is nobody's to know before the results are shown.
  const { answers: _answers, ...shown } = survey;
  return {
    survey: shown,
    state: surveyState(survey, now),
    asked: respondent !== undefined,
    answered,
    changing: answered && !survey.anonymous && searchParams.has('change'),
    questions: (await questionsOf(db, survey.id)).map(({ id, kind, body, choices }) => ({
      id,
      kind,
      body,
      choices: choices.map(({ no, label }) => ({ no, label })),
    })),
    said: Object.fromEntries(said) as Record<string, Said>,
    results: maySeeResults(survey, 'members', now),
  };
}

/** Takes what the page of a survey sent. @param done where whoever has answered is led */
export async function takeAnswers(
  context: AppLoadContext,
  request: Request,
  surveyId: string,
  respondent: Respondent,
  done: string,
) {
  const form = await readForm(request);
  const raw = parseDecisions(form.raw);
  const { said, outcome } = await answer(context, form, raw, surveyId, respondent);
  if (outcome.ok) throw redirect(done);
  const { refusal } = outcome;
  return data(
    {
      said: Object.fromEntries(said),
      found: refusal.code === 'not-anonymous' ? refusalOf({ refusal, composed: { raw } }) : null,
      ...formTrouble(refusal),
    },
    { status: statusOf(refusal) },
  );
}

async function answer(
  { db }: AppLoadContext,
  form: PostedForm,
  raw: Decisions,
  surveyId: string,
  respondent: Respondent,
): Promise<{ said: Map<string, Said>; outcome: Outcome<null> }> {
  const said = readSaid(form);
  const unchecked = { said, outcome: { ok: false as const, refusal: { code: 'unchecked' as const } } };
  const readable = [...said.values()].every(({ text }) => text.length <= SURVEY_LIMITS.text);
  const texts = Object.fromEntries([...said].map(([id, { text }]) => [id, text]));
  const fixes = readable ? raw.fixes.map(splitKey) : [];
  const rewritten = await unlessUnchecked(
    rewritePassages(db, texts, 'report', respondent.author, fixes, NOTHING_SO_FAR),
  );
  if (!rewritten) return unchecked;
  for (const [id, one] of said) said.set(id, { ...one, text: rewritten[id] ?? one.text });
  const acknowledgements = raw.keeps.map(({ key, reason, note }) => ({ ...splitKey(key), reason, note }));
  const outcome = await unlessUnchecked(
    answerSurvey(db, respondent, surveyId, said, { acknowledgements, objections: [] }, new Date()),
  );
  return outcome ? { said, outcome } : unchecked;
}

/** Each row of the form names its question, so that an edit meanwhile puts no answer under another one. */
function readSaid(form: PostedForm): Map<string, Said> {
  const said = new Map<string, Said>();
  for (let index = 0; index < SURVEY_LIMITS.questions; index += 1) {
    const id = form.text(`question-${index}`);
    if (id === '') continue;
    said.set(id, {
      choices: form.all(`choice-${index}`).map(Number),
      text: form.text(`answer-${index}`),
      quotable: form.text(`quote-${index}`) === 'yes',
    });
  }
  return said;
}

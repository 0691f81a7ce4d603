import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { answerSurvey, type Said } from '#app/domain/surveys/answer-survey.server.ts';
import { openSurvey } from '#app/domain/surveys/conduct-survey.server.ts';
import type { QuestionDraft, SurveyDraft } from '#app/domain/surveys/draft.ts';
import { makeSurvey } from '#app/domain/surveys/edit-survey.server.ts';
import { questionsOf } from '#app/domain/surveys/read-survey.server.ts';
import type { Respondent } from '#app/domain/surveys/respondent.server.ts';
import type { Db } from '#db/schema.ts';
import { must, NOW, type TestMember } from './builders.server.ts';

const QUESTIONS: readonly QuestionDraft[] = [
  { id: '', kind: 'single', body: '役に立ちましたか', choices: 'とても\nまあまあ\nあまり' },
  { id: '', kind: 'multiple', body: '次に聞きたいこと', choices: '住まい\n家計\n就労' },
  { id: '', kind: 'scale', body: '話しやすさ', choices: '話しにくい\n話しやすい' },
  { id: '', kind: 'text', body: '感想', choices: '' },
];

/** A survey that everything is right with, closing a month after NOW. */
export const surveyDraft = (given: Partial<SurveyDraft> = {}): SurveyDraft => ({
  title: '会のアンケート',
  lead: '',
  anonymous: true,
  audience: 'members',
  closesAt: '2026-05-01T17:00',
  questions: [...QUESTIONS],
  ...given,
});

/** A survey that can be answered. @param meetingSlug null to ask the whole network */
export async function openedSurvey(
  db: Db,
  desk: TestMember,
  given: Partial<SurveyDraft> = {},
  meetingSlug: string | null = null,
  now = NOW,
): Promise<string> {
  const id = must(await makeSurvey(db, desk, meetingSlug, surveyDraft(given), now));
  must(await openSurvey(db, desk.id, id, now));
  return id;
}

export const asRespondent = ({ id, familyName }: TestMember): Respondent => ({
  key: `member:${id}`,
  author: { id, familyName },
});

/** Answers by the place of the question, from 0: numbers of choices, or a text. */
export async function saidTo(
  db: Db,
  surveyId: string,
  answers: Record<number, number[] | string>,
): Promise<Map<string, Said>> {
  const questions = await questionsOf(db, surveyId);
  return new Map(
    Object.entries(answers).map(([place, answer]) => [
      questions[Number(place)]?.id ?? '',
      typeof answer === 'string'
        ? { choices: [], text: answer, quotable: false }
        : { choices: answer, text: '', quotable: false },
    ]),
  );
}

export const answerAs = async (
  db: Db,
  member: TestMember,
  surveyId: string,
  answers: Record<number, number[] | string>,
  now = NOW,
) => answerSurvey(db, asRespondent(member), surveyId, await saidTo(db, surveyId, answers), NO_DECISIONS, now);

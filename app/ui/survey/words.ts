import type { SurveyState } from '#app/domain/surveys/read-survey.server.ts';
import type { SurveyQuestionKind } from '#db/schema.ts';
import { showClock, showDay } from '../time.ts';

export const KIND_NAMES: Record<SurveyQuestionKind, string> = {
  single: '一つ選ぶ',
  multiple: 'いくつでも選ぶ',
  scale: '1から5で答える',
  text: '自由に書く',
};

/** 12月18日（金）17:00まで */
export const untilWords = (closesAt: string): string => `${showDay(closesAt)}${showClock(closesAt)}まで`;

/** 受け付け中・12月18日（金）17:00まで・答え 12名 */
export function surveyNote(
  { closesAt, answers }: { closesAt: string | null; answers: number },
  state: SurveyState,
): string {
  const states = { draft: '準備中', open: '受け付け中', closed: '締め切りました' };
  const parts = [states[state]];
  if (state === 'open' && closesAt !== null) parts.push(untilWords(closesAt));
  if (state !== 'draft') parts.push(`答え ${answers}名`);
  return parts.join('・');
}

/** What is added to a question in results, because it changes how its numbers are read. */
export const KIND_NOTES: Partial<Record<SurveyQuestionKind, string>> = {
  multiple: 'いくつでも選べる質問です。割合を足しても100％にはなりません',
  scale: '1から5で答える質問です',
};

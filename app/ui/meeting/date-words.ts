import type { DateReason } from '#app/domain/meetings/dates/weigh.ts';
import type { DateAnswer } from '#db/schema.ts';

/** The sign that people write, and what it says. */
export const DATE_ANSWERS: ReadonlyArray<{ answer: DateAnswer; sign: string; says: string }> = [
  { answer: 'yes', sign: '○', says: '行ける' },
  { answer: 'maybe', sign: '△', says: '調整できる' },
  { answer: 'no', sign: '×', says: '行けない' },
];

/** 13:30–16:00 */
export const showHours = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  `${startsAt.replace(/^0/, '')}–${endsAt.replace(/^0/, '')}`;

/** Why a date is proposed, a sentence each. */
export function dateReasonWords(reason: DateReason): string {
  switch (reason.code) {
    case 'most-yes':
      return `答えのあった${reason.organizations}機関のうち、${reason.yes}機関が○です。`;
    case 'more-maybe':
      return `○が同じ数の日のうち、△がいちばん多い日です（${reason.maybe}機関）。`;
    case 'more-persons':
      return `機関の数が同じ日のうち、来られる人がいちばん多い日です（${reason.persons}名）。`;
    case 'earliest':
      return '同じ条件の日のうち、いちばん早い日です。';
    case 'all-musts':
      return '○の機関がもっと多い日もありますが、主催か進行役が来られません。';
    case 'without-host':
      return '主催の機関は、どの日も×です。主催と相談してください。';
    case 'without-facilitators':
      return `進行役のうち${reason.count}名が×です。代わりの人を探してください。`;
  }
}

import type { DateDraft } from '#app/domain/meetings/dates/set-dates.server.ts';
import { DATE_ANSWERS } from '#app/ui/meeting/date-words.ts';
import type { DateAnswer } from '#db/schema.ts';
import type { PostedForm } from './form.server.ts';

/** The rows of candidates, as the desk typed them. */
export function readDateRows(form: PostedForm, rows: number): DateDraft[] {
  return Array.from({ length: rows }, (_, index) => ({
    day: form.text(`day-${index}`).trim(),
    startsAt: form.text(`from-${index}`).trim(),
    endsAt: form.text(`to-${index}`).trim(),
  }));
}

/**
 * What a member says, by candidate.
 *
 * @param ids of all candidates, for the button that says yes to each
 */
export function readDateAnswers(form: PostedForm, ids: readonly string[]): Map<string, DateAnswer> {
  const answers = new Map<string, DateAnswer>();
  for (const id of ids) {
    const said = form.text('all') === 'yes' ? 'yes' : form.text(`date:${id}`);
    const known = DATE_ANSWERS.find(({ answer }) => answer === said);
    if (known) answers.set(id, known.answer);
  }
  return answers;
}

import { MEETING_FIELDS, type MeetingForm } from '#app/domain/meetings/meeting-form.ts';
import { tidy, tidyLine } from '#app/domain/posts/text-problems.ts';
import { changesBetween } from '#app/domain/text/changes.ts';
import { mergeTexts } from '#app/domain/text/merge.ts';
import type { PostedForm } from './form.server.ts';
import { typedNumber } from './typed-number.ts';

const LONG = new Set(['lead', 'themes', 'timetable', 'groups']);
const COUNTS = new Set(['ordinal', 'capacity']);

/** Reads the desk's form of a meeting. */
export function readMeetingForm(form: PostedForm, prefix = ''): MeetingForm {
  return Object.fromEntries(
    MEETING_FIELDS.map((field) => {
      const typed = form.text(prefix + field);
      if (COUNTS.has(field)) return [field, typedNumber(typed)];
      return [field, LONG.has(field) ? tidy(typed) : tidyLine(typed)];
    }),
  ) as MeetingForm;
}

/** What somebody else has changed since a form began, and both edits in one. */
export function mergeForms(begun: MeetingForm, theirs: MeetingForm, mine: MeetingForm) {
  const merged = { ...mine };
  let conflicts = 0;
  for (const field of MEETING_FIELDS) {
    if (mine[field] === begun[field]) merged[field] = theirs[field];
    else if (theirs[field] !== begun[field] && theirs[field] !== mine[field]) {
      if (!LONG.has(field)) {
        conflicts += 1;
        continue;
      }
      const both = mergeTexts(begun[field], theirs[field], mine[field]);
      merged[field] = both.text;
      conflicts += both.conflicts;
    }
  }
  const changed = MEETING_FIELDS.filter((field) => begun[field] !== theirs[field]).map((field) => ({
    field,
    changes: changesBetween(begun[field], theirs[field]),
  }));
  return { merged, conflicts, changed };
}

/** A form that has nothing yet. */
export const blankMeetingForm = (series: string, ordinal: number): MeetingForm => ({
  ...(Object.fromEntries(MEETING_FIELDS.map((field) => [field, ''])) as MeetingForm),
  kind: 'exchange',
  series,
  ordinal: String(ordinal),
  audience: 'everyone',
  place: 'オンライン（Zoom）',
});

import type { GroupDraft } from '#app/domain/meetings/groups/edit-groups.server.ts';
import { GROUP_LIMITS } from '#app/domain/meetings/groups/limits.ts';
import type { GroupFacts } from '#app/domain/meetings/groups/read-groups.server.ts';
import { tidyLine } from '#app/domain/posts/text-problems.ts';
import type { GroupRow } from '#app/ui/meeting/group-fields.tsx';
import type { PostedForm } from './form.server.ts';
import { typedNumber } from './typed-number.ts';

/** Empty rows under those that there are; as many as a meeting has at most have room. */
const MORE = 2;
const LIMITS = { least: 3, most: 10 };

/** The rows of the form: the groups there are, and empty ones with the next numbers. */
export function groupRows(groups: readonly GroupFacts[]): GroupRow[] {
  const last = Math.max(0, ...groups.map(({ no }) => no));
  const rows = groups.map(({ no, theme, lead, least, most, facilitator }) => ({
    no,
    theme,
    lead,
    least,
    most,
    facilitator: facilitator?.id ?? '',
  }));
  const more = Array.from({ length: groups.length === 0 ? 6 : MORE }, (_, index) => ({
    no: last + index + 1,
    theme: '',
    lead: '',
    facilitator: '',
    ...LIMITS,
  }));
  return [...rows, ...more].filter(({ no }) => no <= GROUP_LIMITS.groups);
}

/** The rows as they were sent. */
export function readGroupRows(form: PostedForm): GroupRow[] {
  const numbers = Array.from({ length: GROUP_LIMITS.groups }, (_, index) => index + 1);
  return numbers
    .filter((no) => form.raw.has(`theme-${no}`))
    .map((no) => ({
      no,
      theme: tidyLine(form.text(`theme-${no}`)),
      lead: tidyLine(form.text(`lead-${no}`)),
      least: typedNumber(form.text(`least-${no}`)),
      most: typedNumber(form.text(`most-${no}`)),
      facilitator: form.text(`facilitator-${no}`),
    }));
}

export const toDrafts = (rows: readonly GroupRow[]): GroupDraft[] =>
  rows.map(({ facilitator, least, most, ...row }) => ({
    ...row,
    least: count(least),
    most: count(most),
    facilitatorId: facilitator === '' ? null : facilitator,
  }));

const count = (typed: number | string) => (typed === '' ? Number.NaN : Number(typed));

import type { Db } from '#db/schema.ts';
import { recordAudit } from '../../audit.server.ts';
import { newId } from '../../ids.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../../outcome.ts';
import { DATE_LIMITS } from './limits.ts';
import { candidatesOf, findPlanned } from './read-dates.server.ts';

/** A row of the form, as typed. All blank: none. */
export interface DateDraft {
  day: string;
  startsAt: string;
  endsAt: string;
}

/**
 * Says on which days a meeting might be. A candidate that changes its day or hour is another one: what was answered
 * for it goes.
 */
export async function setDates(
  db: Db,
  actorId: string,
  slug: string,
  drafts: readonly DateDraft[],
  now: Date,
): Promise<Outcome<null>> {
  if (!(await findPlanned(db, slug))) return refused({ code: 'not-found' });
  const problems: Record<string, FieldProblem> = {};
  const wanted: DateDraft[] = [];
  drafts.forEach((draft, index) => {
    const { day, startsAt, endsAt } = draft;
    if (day === '' && startsAt === '' && endsAt === '') return;
    if (!isDay(day)) problems[`day-${index}`] = day === '' ? 'missing' : 'unknown';
    if (!isClock(startsAt)) problems[`from-${index}`] = startsAt === '' ? 'missing' : 'unknown';
    if (!isClock(endsAt)) problems[`to-${index}`] = endsAt === '' ? 'missing' : 'unknown';
    else if (isClock(startsAt) && endsAt <= startsAt) problems[`to-${index}`] = 'bad-limits';
    if (wanted.some((one) => isSame(one, draft))) problems[`day-${index}`] = 'same';
    wanted.push(draft);
  });
  if (wanted.length < DATE_LIMITS.fewest) problems.candidates = 'missing';
  if (wanted.length > DATE_LIMITS.most) problems.candidates = 'too-many';
  if (Object.keys(problems).length > 0) return refused({ code: 'invalid', fields: problems });
  await db.transaction().execute(async (tx) => {
    const before = await candidatesOf(tx, slug);
    const kept = before.filter((old) => wanted.some((one) => isSame(one, old)));
    const gone = before.filter((old) => !kept.includes(old)).map(({ id }) => id);
    if (gone.length > 0) {
      await tx.deleteFrom('meeting_date_answer').where('date_id', 'in', gone).execute();
      await tx.deleteFrom('meeting_date').where('id', 'in', gone).execute();
    }
    for (const one of wanted) {
      if (kept.some((old) => isSame(one, old))) continue;
      const { day, startsAt, endsAt } = one;
      await tx
        .insertInto('meeting_date')
        .values({ id: newId(), meeting_slug: slug, day, starts_at: startsAt, ends_at: endsAt })
        .execute();
    }
    await recordAudit(tx, actorId, 'dates-asked', `meeting:${slug}`, now);
  });
  return accepted(null);
}

type When = Pick<DateDraft, 'day' | 'startsAt' | 'endsAt'>;
const isSame = (one: When, other: When) =>
  one.day === other.day && one.startsAt === other.startsAt && one.endsAt === other.endsAt;

function isDay(text: string): boolean {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const isClock = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

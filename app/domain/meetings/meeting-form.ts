import { collectProblems } from '../members/fields.ts';
import type { FieldProblem } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem, textProblem } from '../posts/text-problems.ts';
import type { Meeting, TimetableStep } from './meetings.server.ts';

/** The fields of a meeting as the desk types them; each is one text, so that two edits can be compared and merged. */
export const MEETING_FIELDS = [
  'kind',
  'series',
  'ordinal',
  'title',
  'lead',
  'day',
  'startsAt',
  'endsAt',
  'place',
  'onlineUrl',
  'themes',
  'programme',
  'timetable',
  'groups',
  'capacity',
  'closesAt',
  'host',
  'audience',
] as const;
export type MeetingField = (typeof MEETING_FIELDS)[number];
export type MeetingForm = Record<MeetingField, string>;

export const MEETING_KINDS = ['exchange', 'symposium', 'report-meeting', 'training'] as const;

const MOST_GROUPS = 30;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Deadlines are typed as a day and a clock in Tokyo. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;
const STEP = /^(\d{1,2}:\d{2})[\s　]+([^｜|]+)(?:[｜|](.*))?$/u;

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 13:30 はじめに｜事務局, a line each. @returns undefined where a line is of another form */
export function readTimetable(text: string): TimetableStep[] | undefined {
  const steps: TimetableStep[] = [];
  for (const line of linesOf(text.normalize('NFKC').replaceAll('|', '｜'))) {
    const [, at = '', what = '', speaker = ''] = STEP.exec(line) ?? [];
    const clock = at.padStart(5, '0');
    if (!CLOCK.test(clock)) return undefined;
    steps.push({ at: clock, what: what.trim(), speaker: speaker.trim() });
  }
  return steps;
}

/** A theme a line, with what is to be talked about behind a bar: 家計と債務｜督促状をどう読むか */
export function readGroups(text: string): Array<{ theme: string; lead: string }> {
  return linesOf(text).map((line) => {
    const [theme = '', ...lead] = line.split(/[｜|]/u);
    return { theme: theme.trim(), lead: lead.join('｜').trim() };
  });
}

/** What is wrong with the fields, by field. */
export function meetingProblems(form: MeetingForm): Record<string, FieldProblem> | undefined {
  const { day, startsAt, endsAt, onlineUrl, ordinal, capacity, closesAt } = form;
  const groups = readGroups(form.groups);
  const count = (text: string, most: number) =>
    text === '' || (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= most) ? undefined : 'unknown';
  return collectProblems({
    series: requiredTextProblem(form.series, LIMITS.tag),
    title: requiredTextProblem(form.title, LIMITS.title),
    lead: textProblem(form.lead, LIMITS.introduction),
    place: requiredTextProblem(form.place, LIMITS.title),
    themes: textProblem(form.themes, LIMITS.comment),
    timetable:
      textProblem(form.timetable, LIMITS.comment * 2) ??
      (readTimetable(form.timetable) ? undefined : 'unknown'),
    groups: textProblem(form.groups, LIMITS.body) ?? (groups.length > MOST_GROUPS ? 'too-many' : undefined),
    ordinal: count(ordinal, 999),
    capacity: count(capacity, 9999),
    day: day === '' || isDay(day) ? undefined : 'bad-date',
    startsAt: startsAt === '' || CLOCK.test(startsAt) ? undefined : 'bad-date',
    endsAt:
      endsAt === '' || CLOCK.test(endsAt)
        ? endsAt !== '' && endsAt <= startsAt
          ? 'bad-time'
          : undefined
        : 'bad-date',
    closesAt:
      closesAt === '' || (MOMENT.test(closesAt) && isDay(closesAt.slice(0, 10))) ? undefined : 'bad-date',
    onlineUrl: onlineUrl === '' || isAddress(onlineUrl) ? undefined : 'bad-address',
  });
}

/** YYYY-MM-DD, and there is such a day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isAddress(text: string): boolean {
  return text.length <= 500 && /^https:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}

/** The deadline as an instant. */
export const closingInstant = (typed: string): string | null =>
  typed === '' ? null : new Date(`${typed}:00+09:00`).toISOString();

const AHEAD = 9 * 60 * 60 * 1000;

/** A meeting as its form shows it. */
export function formOf(meeting: Meeting, onlineUrl: string): MeetingForm {
  const { closesAt } = meeting;
  return {
    kind: meeting.kind,
    series: meeting.series,
    ordinal: meeting.number === null ? '' : String(meeting.number),
    title: meeting.title,
    lead: meeting.lead,
    day: meeting.day ?? '',
    startsAt: meeting.startsAt ?? '',
    endsAt: meeting.endsAt ?? '',
    place: meeting.place,
    onlineUrl,
    themes: meeting.themes.join('\n'),
    programme: meeting.programme ?? '',
    timetable: meeting.timetable
      .map(({ at, what, speaker }) => `${at} ${what}${speaker && `｜${speaker}`}`)
      .join('\n'),
    groups: meeting.groups.map(({ theme, lead }) => `${theme}${lead && `｜${lead}`}`).join('\n'),
    capacity: meeting.capacity === null ? '' : String(meeting.capacity),
    closesAt:
      closesAt === null ? '' : new Date(new Date(closesAt).getTime() + AHEAD).toISOString().slice(0, 16),
    host: meeting.host?.id ?? '',
    audience: meeting.audience,
  };
}

/**
 * Numbers for the groups of an edited list. One whose theme stayed keeps its number wherever it stands now, and so does
 * one that was reworded in its place: wishes and notes hang on the number.
 */
export function numberGroups(
  before: ReadonlyArray<{ no: number; theme: string }>,
  after: ReadonlyArray<{ theme: string; lead: string }>,
): Array<{ no: number; theme: string; lead: string }> {
  const taken = new Set<number>();
  const numbers = after.map(({ theme }) => {
    const same = before.find((group) => group.theme === theme && !taken.has(group.no));
    if (same) taken.add(same.no);
    return same?.no;
  });
  let last = Math.max(0, ...before.map(({ no }) => no));
  return after.map((group, index) => {
    let no = numbers[index];
    const there = before[index];
    if (no === undefined && before.length <= after.length && there && !taken.has(there.no)) no = there.no;
    if (no === undefined) no = ++last;
    taken.add(no);
    return { no, ...group };
  });
}

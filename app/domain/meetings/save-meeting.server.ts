import { isUniqueViolation } from '#db/errors.server.ts';
import type { Audience, Db, MeetingKind, Tx } from '#db/schema.ts';
import { type Decisions, notAnonymous } from '../anonymization/check.server.ts';
import { recordAudit } from '../audit.server.ts';
import { newId } from '../ids.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { type CheckedMeeting, checkMeeting } from './check-meeting.server.ts';
import { lockMeeting } from './lock-meeting.server.ts';
import {
  closingInstant,
  linesOf,
  MEETING_KINDS,
  type MeetingForm,
  meetingProblems,
  numberGroups,
  readGroups,
  readTimetable,
} from './meeting-form.ts';
import { mailEverybody } from './meeting-mail.server.ts';
import { moveUp } from './places.server.ts';

interface Author {
  id: string;
  familyName: string;
}

/** What the form comes to, checked. */
interface Ready {
  columns: ReturnType<typeof columnsOf>;
  groups: CheckedMeeting['groups'];
}

/** Announces a meeting; without a day its day is still to be found. @returns its slug */
export async function planMeeting(
  db: Db,
  author: Author,
  form: MeetingForm,
  decisions: Decisions,
  now: Date,
): Promise<Outcome<string>> {
  const ready = await check(db, author, form, [], decisions);
  if (!ready.ok) return ready;
  const { columns, groups } = ready.value;
  const status = columns.day === null ? ('planning' as const) : ('announced' as const);
  for (const slug of slugsFor(form)) {
    try {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('meeting')
          .values({
            slug,
            ...columns,
            status,
            changed_at: now.toISOString(),
            participants: null,
            organizations: null,
            numbers_line: null,
          })
          .execute();
        await addGroups(tx, slug, groups);
        await enqueue(tx, 'index', `report:${slug}`, now);
        await recordAudit(tx, author.id, 'meeting-planned', `meeting:${slug}`, now);
      });
      return accepted(slug);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new Error('No address was free for the meeting');
}

/** 7; 2026-symposium; else one that says nothing and is free. */
function slugsFor({ kind, ordinal, day }: MeetingForm): string[] {
  const year = day.slice(0, 4);
  if (kind === 'exchange')
    return [...(ordinal === '' ? [] : [ordinal, `${year || 'kai'}-${ordinal}`]), newId()];
  return [...(year === '' ? [] : [`${year}-${kind}`]), newId()];
}

/**
 * Writes what the desk has changed. An edit that came meanwhile is never overwritten: this one comes back as
 * `changed-meanwhile`. Where day, time or place change, calendars and whoever is signed up hear of it; where there are
 * more places than before, those who wait move up.
 *
 * @param version the one that the form began with
 */
export async function editMeeting(
  db: Db,
  author: Author,
  slug: string,
  version: number,
  form: MeetingForm,
  decisions: Decisions,
  now: Date,
): Promise<Outcome<null>> {
  const before = await groupsOf(db, slug);
  const ready = await check(db, author, form, before, decisions);
  if (!ready.ok) return ready;
  const { columns, groups } = ready.value;
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, slug);
    if (!meeting) return refused({ code: 'not-found' });
    if (meeting.version !== version) return refused({ code: 'changed-meanwhile' });
    if (!(await replaceGroups(tx, slug, before, groups)))
      return refused({ code: 'invalid', fields: { groups: 'in-use' } });
    const moved = (['day', 'starts_at', 'ends_at', 'place', 'online_url'] as const).some(
      (column) => meeting[column] !== columns[column],
    );
    const announced = meeting.status === 'planning' && columns.day !== null;
    await tx
      .updateTable('meeting')
      .set({
        ...columns,
        ...(announced ? { status: 'announced' as const } : {}),
        sequence: meeting.sequence + (moved || meeting.title !== columns.title ? 1 : 0),
        version: meeting.version + 1,
        changed_at: now.toISOString(),
      })
      .where('slug', '=', slug)
      .execute();
    await moveUp(tx, { slug, capacity: columns.capacity }, now);
    if (moved && meeting.status === 'announced') await mailEverybody(tx, 'meeting-changed', slug, now);
    await enqueue(tx, 'index', `report:${slug}`, now);
    await recordAudit(tx, author.id, 'meeting-edited', `meeting:${slug}`, now);
    return accepted(null);
  });
}

async function check(
  db: Db,
  author: Author,
  form: MeetingForm,
  before: ReadonlyArray<{ no: number; theme: string }>,
  decisions: Decisions,
): Promise<Outcome<Ready>> {
  const fields = meetingProblems(form) ?? {};
  if (!(MEETING_KINDS as readonly string[]).includes(form.kind)) fields.kind = 'unknown';
  if (form.host !== '' && !(await exists(db, form.host))) fields.host = 'unknown';
  if (Object.keys(fields).length > 0) return refused({ code: 'invalid', fields });
  const { checked, texts } = await checkMeeting(
    db,
    author,
    {
      series: form.series,
      title: form.title,
      lead: form.lead,
      place: form.place,
      themes: linesOf(form.themes),
      timetable: readTimetable(form.timetable) ?? [],
      groups: numberGroups(before, readGroups(form.groups)),
      numbersLine: '',
    },
    decisions,
  );
  if (texts) return accepted({ columns: columnsOf(form, texts), groups: texts.groups });
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  // Nobody but the desk decides about objections, and it is the desk that writes here.
  return refused({ code: 'not-anonymous', findings: checked.verdict === 'wait' ? checked.disputed : [] });
}

async function exists(db: Db, organizationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organizationId)
    .executeTakeFirst();
  return row !== undefined;
}

function columnsOf(form: MeetingForm, texts: CheckedMeeting) {
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    kind: form.kind as MeetingKind,
    series: texts.series,
    number: form.ordinal === '' ? null : Number(form.ordinal),
    title: texts.title,
    lead: texts.lead,
    day: orNull(form.day),
    starts_at: orNull(form.startsAt),
    ends_at: orNull(form.endsAt),
    place: texts.place,
    online_url: form.onlineUrl,
    themes: texts.themes,
    programme: orNull(form.programme),
    timetable: texts.timetable,
    capacity: form.capacity === '' ? null : Number(form.capacity),
    closes_at: closingInstant(form.closesAt),
    host_organization_id: orNull(form.host),
    audience: (form.audience === 'members' ? 'members' : 'everyone') as Audience,
  };
}

function groupsOf(db: Db, slug: string) {
  return db
    .selectFrom('meeting_group')
    .select(['no', 'theme'])
    .where('meeting_slug', '=', slug)
    .orderBy('no')
    .execute();
}

async function addGroups(tx: Tx, slug: string, groups: CheckedMeeting['groups']): Promise<void> {
  if (groups.length === 0) return;
  await tx
    .insertInto('meeting_group')
    .values(groups.map((group) => ({ meeting_slug: slug, ...group, text: NO_TEXT })))
    .execute();
}

/** @returns false where a group would go that something was written or wished in */
async function replaceGroups(
  tx: Tx,
  slug: string,
  before: ReadonlyArray<{ no: number }>,
  after: CheckedMeeting['groups'],
): Promise<boolean> {
  const gone = before.map(({ no }) => no).filter((no) => !after.some((group) => group.no === no));
  if (gone.length > 0) {
    const used = await tx
      .selectFrom('meeting_group')
      .select('no')
      .where('meeting_slug', '=', slug)
      .where('no', 'in', gone)
      .where(({ eb, or, exists, selectFrom }) =>
        or([
          eb('text', '!=', ''),
          exists(
            selectFrom('meeting_wish')
              .innerJoin('meeting_signup', 'meeting_signup.id', 'meeting_wish.signup_id')
              .select('meeting_wish.rank')
              .where('meeting_signup.meeting_slug', '=', slug)
              .whereRef('meeting_wish.group_no', '=', 'meeting_group.no'),
          ),
        ]),
      )
      .executeTakeFirst();
    if (used) return false;
    await tx.deleteFrom('meeting_group').where('meeting_slug', '=', slug).where('no', 'in', gone).execute();
  }
  const known = new Set(before.map(({ no }) => no));
  for (const { no, theme, lead } of after.filter((group) => known.has(group.no)))
    await tx
      .updateTable('meeting_group')
      .set({ theme, lead })
      .where('meeting_slug', '=', slug)
      .where('no', '=', no)
      .execute();
  await addGroups(
    tx,
    slug,
    after.filter((group) => !known.has(group.no)),
  );
  return true;
}

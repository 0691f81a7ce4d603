import type { Db } from '#db/schema.ts';
import { NO_DECISIONS } from '../anonymization/check.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { checkMeeting } from './check-meeting.server.ts';
import type { Meeting, MeetingGroup } from './meetings.server.ts';

/** A meeting as it comes from a file; what is not told has the default of its column. */
export type NewMeeting = Pick<Meeting, 'slug' | 'series' | 'title' | 'place' | 'themes'> &
  Partial<
    Omit<Meeting, 'groups' | 'host' | 'sequence' | 'version' | 'changedAt' | 'cancelReason'> & {
      groups: ReadonlyArray<Pick<MeetingGroup, 'no' | 'theme'> & Partial<MeetingGroup>>;
      hostOrganizationId: string | null;
      onlineUrl: string;
    }
  >;

/** Publishes a meeting's announcement or figures, under the profile for reports. */
export async function addMeeting(db: Db, meeting: NewMeeting, now: Date): Promise<Outcome<null>> {
  const {
    numbersLine = null,
    groups = [],
    lead = '',
    timetable = [],
    series,
    title,
    place,
    themes,
  } = meeting;
  const written = { series, title, place, themes, lead, timetable, numbersLine: numbersLine ?? '' };
  const { checked, texts } = await checkMeeting(
    db,
    // A series' own papers are signed by nobody, so there is no author whose name might pass.
    { familyName: '' },
    { ...written, groups: groups.map((group) => ({ lead: '', ...group })) },
    NO_DECISIONS,
  );
  if (!texts) {
    return refused({
      code: 'not-anonymous',
      findings:
        checked.verdict === 'refuse' ? checked.findings : checked.verdict === 'wait' ? checked.disputed : [],
    });
  }
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('meeting')
      .values({
        slug: meeting.slug,
        kind: meeting.kind,
        series: texts.series,
        number: meeting.number ?? null,
        title: texts.title,
        lead: texts.lead,
        day: meeting.day ?? null,
        starts_at: meeting.startsAt ?? null,
        ends_at: meeting.endsAt ?? null,
        place: texts.place,
        online_url: meeting.onlineUrl,
        themes: texts.themes,
        programme: meeting.programme ?? null,
        timetable: texts.timetable,
        capacity: meeting.capacity ?? null,
        closes_at: meeting.closesAt ?? null,
        host_organization_id: meeting.hostOrganizationId ?? null,
        audience: meeting.audience,
        status: meeting.status,
        changed_at: now.toISOString(),
        participants: meeting.participants ?? null,
        organizations: meeting.organizations ?? null,
        numbers_line: numbersLine === null ? null : texts.numbersLine,
      })
      .execute();
    if (texts.groups.length > 0) {
      await tx
        .insertInto('meeting_group')
        .values(
          texts.groups.map((group) => ({
            meeting_slug: meeting.slug,
            ...group,
            text: NO_TEXT,
          })),
        )
        .execute();
    }
    await enqueue(tx, 'index', `report:${meeting.slug}`, now);
  });
  return accepted(null);
}

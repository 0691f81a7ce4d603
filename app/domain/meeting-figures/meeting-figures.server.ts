import type { Audience, Db } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { pastMeetings } from '../meetings/meetings.server.ts';
import type { MeetingTitle } from '../meetings/name.ts';
import { readSetting, writeSetting } from '../network/settings.server.ts';
import {
  type AreaFigures,
  type Attendee,
  countAreas,
  countMeetings,
  type MeetingFigures,
  whoCame,
} from './count.ts';

/** Meetings that are looked back on. */
const MOST = 200;

/** Serves all of Hokkaido: an organization of no area. */
const EVERYWHERE = '全道';

export interface FiguresOverTime {
  /** The oldest first. */
  meetings: MeetingFigures[];
  areas: AreaFigures[];
  /** Of how many meetings it is known who came, and since when; areas and newcomers are counted from these. */
  recorded: number;
  recordedSince: string | null;
}

/** How the meetings that somebody may know of were attended. @param today YYYY-MM-DD */
export async function figuresOverTime(db: Db, reader: Audience, today: string): Promise<FiguresOverTime> {
  const meetings = (await pastMeetings(db, reader, today, MOST))
    .map(({ slug, series, number, title, day, participants, organizations }) => ({
      ...{ slug, day, participants, organizations },
      name: shortName({ series, number, title }),
    }))
    .toReversed();
  const attendees = Map.groupBy(
    await attendeesOf(
      db,
      meetings.map(({ slug }) => slug),
    ),
    ({ meeting }) => meeting,
  );
  const recorded = meetings.filter(({ slug }) => whoCame(attendees.get(slug) ?? []).length > 0);
  return {
    meetings: countMeetings(meetings, attendees),
    areas: countAreas(await organizationsWithArea(db), meetings, attendees),
    recorded: recorded.length,
    recordedSince: recorded[0]?.day ?? null,
  };
}

/** 第6回情報交換会, シンポジウム: what stands beside a bar, without what it was about. */
const shortName = ({ series, number, title }: MeetingTitle): string =>
  number === null ? (title.split(/[「(（]/u)[0] ?? title) : `第${number}回${series}`;

async function attendeesOf(db: Db, slugs: readonly string[]): Promise<Attendee[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .selectFrom('meeting_signup')
    .leftJoin('organization', 'organization.id', 'meeting_signup.organization_id')
    .select([
      'meeting_slug as meeting',
      'member_id as memberId',
      'organization_id as organizationId',
      'guest_organization as guestOrganization',
      'family_name as familyName',
      'side',
      'attended_at as attendedAt',
      'organization.area',
    ])
    .where('meeting_slug', 'in', slugs)
    .where('status', '=', 'attending')
    .execute();
  return rows.map(({ meeting, memberId, organizationId, guestOrganization, familyName, side, ...row }) => {
    const organizationKey = organizationId ?? guestOrganization;
    return {
      meeting,
      side,
      organizationKey,
      person: memberId ?? `${organizationKey} ${familyName}`,
      area: row.area === EVERYWHERE ? null : row.area,
      attended: row.attendedAt !== null,
    };
  });
}

async function organizationsWithArea(db: Db): Promise<Array<{ id: string; area: string }>> {
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'area'])
    .where('area', 'is not', null)
    .where('area', '!=', EVERYWHERE)
    .orderBy('area')
    .execute();
  return rows.flatMap(({ id, area }) => (area === null ? [] : [{ id, area }]));
}

const PUBLIC = 'figures.public';

/** Whether everybody may see the figures, of the meetings that they may know of. */
export const figuresArePublic = async (db: Db): Promise<boolean> => (await readSetting(db, PUBLIC)) === 'yes';

export async function publishFigures(db: Db, deskId: string, isPublic: boolean, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await writeSetting(tx, PUBLIC, isPublic ? 'yes' : 'no');
    await recordAudit(tx, deskId, isPublic ? 'figures-published' : 'figures-withdrawn', 'figures', now);
  });
}

import { countOrganizations, type Participant } from '../meetings/number-line.ts';

/** Somebody with a place in a meeting, as the figures need them. */
export interface Attendee extends Participant {
  meeting: string;
  /** Equal for the same person at another meeting: the member, or the name within an organization. */
  person: string;
  /** 振興局 of the organization; null where it is not known. */
  area: string | null;
  attended: boolean;
}

/** A meeting that was. */
export interface PastMeeting {
  slug: string;
  name: string;
  /** YYYY-MM-DD */
  day: string;
  /** As they were printed; null where they are to be counted. */
  participants: number | null;
  organizations: number | null;
}

export interface MeetingFigures extends PastMeeting {
  participants: number;
  organizations: number | null;
  /** null where it is not known who came, and of the first meeting of which it is. */
  newcomers: number | null;
  returners: number | null;
}

export interface AreaFigures {
  area: string;
  /** Organizations of the network there. */
  organizations: number;
  /** How many of them came at least once. */
  came: number;
  /** The newest meeting that somebody from there came to: its day; null where nobody ever came. */
  lastDay: string | null;
}

/** Those who came: whoever was checked in, or everybody with a place where nobody was. */
export function whoCame(attendees: readonly Attendee[]): Attendee[] {
  const checkedIn = attendees.filter(({ attended }) => attended);
  return checkedIn.length > 0 ? checkedIn : [...attendees];
}

/**
 * The figures of each meeting. Newcomers are those who came to none before of which it is known who came.
 *
 * @param meetings the oldest first; those without any number are left out
 */
export function countMeetings(
  meetings: readonly PastMeeting[],
  attendees: ReadonlyMap<string, readonly Attendee[]>,
): MeetingFigures[] {
  const known = new Set<string>();
  return meetings.flatMap((meeting) => {
    const came = whoCame(attendees.get(meeting.slug) ?? []);
    const participants = meeting.participants ?? came.length;
    if (participants === 0) return [];
    const people = new Set(came.map(({ person }) => person));
    const isFirst = known.size === 0;
    const fresh = [...people].filter((person) => !known.has(person)).length;
    for (const person of people) known.add(person);
    const tells = came.length > 0 && !isFirst;
    return [
      {
        ...meeting,
        participants,
        organizations: meeting.organizations ?? (came.length > 0 ? countOrganizations(came) : null),
        newcomers: tells ? fresh : null,
        returners: tells ? people.size - fresh : null,
      },
    ];
  });
}

/**
 * The areas of the network: those that never came first, then by the share of organizations that came.
 *
 * @param meetings the oldest first
 */
export function countAreas(
  organizations: ReadonlyArray<{ id: string; area: string }>,
  meetings: readonly PastMeeting[],
  attendees: ReadonlyMap<string, readonly Attendee[]>,
): AreaFigures[] {
  const came = new Set<string>();
  const lastDays = new Map<string, string>();
  for (const { slug, day } of meetings)
    for (const { organizationKey, area } of whoCame(attendees.get(slug) ?? [])) {
      came.add(organizationKey);
      if (area !== null) lastDays.set(area, day);
    }
  const share = ({ came: n, organizations: of }: AreaFigures) => n / of;
  return [...Map.groupBy(organizations, ({ area }) => area)]
    .map(([area, of]) => ({
      area,
      organizations: of.length,
      came: of.filter(({ id }) => came.has(id)).length,
      lastDay: lastDays.get(area) ?? null,
    }))
    .toSorted((a, b) => share(a) - share(b) || b.organizations - a.organizations);
}

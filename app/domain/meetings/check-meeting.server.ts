import type { Db } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { type Checked, checkAnonymization, type Decisions } from '../anonymization/check.server.ts';
import type { MeetingGroup, TimetableStep } from './meetings.server.ts';

/** What is written of a meeting. */
export interface MeetingTexts {
  series: string;
  title: string;
  lead: string;
  place: string;
  themes: readonly string[];
  timetable: readonly TimetableStep[];
  groups: ReadonlyArray<Pick<MeetingGroup, 'no' | 'theme' | 'lead'>>;
  numbersLine: string;
}

/** The same as it may be stored. */
export interface CheckedMeeting {
  series: AnonymizedText;
  title: AnonymizedText;
  lead: AnonymizedText;
  place: AnonymizedText;
  /** JSON. */
  themes: AnonymizedText;
  timetable: AnonymizedText;
  groups: Array<{ no: number; theme: AnonymizedText; lead: AnonymizedText }>;
  numbersLine: AnonymizedText;
}

type Field = 'series' | 'title' | 'lead' | 'place' | 'themes' | 'timetable' | 'groups' | 'numbersLine';

/**
 * Takes a meeting's texts through the gate with the profile for reports, where officials' and speakers' names pass.
 *
 * @returns what the gate says, and the texts to store where it lets them through
 */
export async function checkMeeting(
  db: Db,
  author: { id?: string; familyName: string },
  { series, title, lead, place, themes, timetable, groups, numbersLine }: MeetingTexts,
  decisions: Decisions,
): Promise<{ checked: Checked<Field>; texts?: CheckedMeeting }> {
  const fields: Record<Field, string> = {
    series,
    title,
    lead,
    place,
    themes: themes.join('\n'),
    timetable: timetable.map(({ what, speaker }) => `${what}\n${speaker}`).join('\n'),
    groups: groups.map((group) => `${group.theme}\n${group.lead}`).join('\n'),
    numbersLine,
  };
  const checked = await checkAnonymization(db, fields, 'report', author, decisions);
  if (checked.verdict !== 'pass') return { checked };
  const { texts } = checked;
  // Lists were checked joined by lines: each entry is a part of a checked text.
  const json = (value: unknown) => JSON.stringify(value) as AnonymizedText;
  return {
    checked,
    texts: {
      series: texts.series,
      title: texts.title,
      lead: texts.lead,
      place: texts.place,
      themes: json(themes),
      timetable: json(timetable),
      groups: groups.map((group) => ({
        no: group.no,
        theme: group.theme as AnonymizedText,
        lead: group.lead as AnonymizedText,
      })),
      numbersLine: texts.numbersLine,
    },
  };
}

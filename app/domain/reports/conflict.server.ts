import type { Db } from '#db/schema.ts';
import type { Meeting } from '../meetings/meetings.server.ts';
import { type Change, changesBetween } from '../text/changes.ts';
import { mergeTexts } from '../text/merge.ts';
import { type ReportForm, textsOf } from './check-report.server.ts';
import { draftOf } from './draft.server.ts';
import { writeFilms } from './films.ts';
import { readEdition, reportState } from './read-report.server.ts';
import type { ReportTexts } from './report.ts';

/** A report as its form shows it. */
export function formOf({ summaries, films, ...texts }: ReportTexts): ReportForm {
  return {
    ...texts,
    films: writeFilms(films),
    summaries: new Map(summaries.map(({ no, summary }) => [no, summary])),
  };
}

/** What the desk goes on from: the newest version, or the draft that the meeting writes, as version 0. */
export async function readForEdit(
  db: Db,
  meeting: Meeting,
): Promise<{ version: number; form: ReportForm; author: string }> {
  const state = await reportState(db, meeting.slug);
  const edition = state && (await readEdition(db, state.id, state.version));
  if (!edition) return { version: 0, form: formOf(await draftOf(db, meeting)), author: '' };
  const { organization, familyName } = edition.author;
  return { version: edition.version, form: formOf(edition), author: `${organization} ${familyName}` };
}

/** A draft that somebody was faster than, as the one who merges needs to see it. */
export interface ReportConflict {
  /** The version that stands now, and who wrote it. */
  version: number;
  author: string;
  /** What they changed, by field of the form. */
  changed: Array<{ field: string; changes: Change[] }>;
  /** Both in one, with marks where somebody has to decide. */
  merged: ReportForm;
  conflicts: number;
}

/** Lines of both go together; of what stands on one line, one's own stays, and what the other wrote is shown above. */
export async function readReportConflict(
  db: Db,
  meeting: Meeting,
  begun: number,
  mine: ReportForm,
): Promise<ReportConflict> {
  const { version, form: theirs, author } = await readForEdit(db, meeting);
  const base = await formAt(db, meeting, begun);
  const [before, there, here] = [textsOf(base), textsOf(theirs), textsOf(mine)];
  const merged: Record<string, string> = {};
  let conflicts = 0;
  for (const field of new Set([...Object.keys(there), ...Object.keys(here)])) {
    const [old = '', other = '', own = ''] = [before[field], there[field], here[field]];
    if (own === old || own === other) merged[field] = other;
    else if (other === old) merged[field] = own;
    else if (ONE_LINE.has(field)) {
      merged[field] = own;
      conflicts += 1;
    } else {
      const both = mergeTexts(old, other, own);
      merged[field] = both.text;
      conflicts += both.conflicts;
    }
  }
  return {
    version,
    author,
    changed: Object.keys(there)
      .filter((field) => (before[field] ?? '') !== there[field])
      .map((field) => ({ field, changes: changesBetween(before[field] ?? '', there[field] ?? '') })),
    merged: {
      lead: merged.lead ?? '',
      numbersLine: merged.numbersLine ?? '',
      body: merged.body ?? '',
      films: merged.films ?? '',
      summaries: new Map(
        [...new Set([...theirs.summaries.keys(), ...mine.summaries.keys()])].map((no) => [
          no,
          merged[`summary-${no}`] ?? '',
        ]),
      ),
      filmsAudience: mine.filmsAudience === base.filmsAudience ? theirs.filmsAudience : mine.filmsAudience,
    },
    conflicts,
  };
}

const ONE_LINE = new Set(['lead', 'numbersLine']);

async function formAt(db: Db, meeting: Meeting, version: number): Promise<ReportForm> {
  const state = await reportState(db, meeting.slug);
  const edition = state && (await readEdition(db, state.id, version));
  return formOf(edition ?? (await draftOf(db, meeting)));
}

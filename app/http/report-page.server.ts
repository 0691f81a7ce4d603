import type { AppLoadContext } from '@remix-run/node';
import { filesOf } from '#app/domain/files/find.server.ts';
import { KINDS } from '#app/domain/files/kinds.ts';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import type { Meeting } from '#app/domain/meetings/meetings.server.ts';
import { readerOf } from '#app/domain/meetings/reader.ts';
import { notesOfMeeting } from '#app/domain/notes/meeting-sources.server.ts';
import { playerOf } from '#app/domain/reports/films.ts';
import { readNumberLine } from '#app/domain/reports/numbers.ts';
import { type Edition, newestReports, peopleByGroup } from '#app/domain/reports/read-report.server.ts';
import { meetingResults } from '#app/domain/surveys/results.server.ts';
import { noteAbout } from '#app/ui/note/words.ts';

const NOTES = 5;
const REPORTS = 4;

/** All that the page of a report shows of one version, for this reader. */
export async function reportFacts(
  { db }: AppLoadContext,
  meeting: Meeting,
  edition: Edition,
  viewer: Viewer | null,
) {
  const { slug } = meeting;
  const reader = readerOf(viewer?.role ?? 'visitor');
  const people = await peopleByGroup(db, slug);
  const summaries = new Map(edition.summaries.map(({ no, summary }) => [no, summary]));
  const files = await filesOf(db, `meeting-report:${edition.reportId}`, viewer);
  const notes = await notesOfMeeting(db, reader, slug, NOTES);
  const others = await newestReports(db, reader, REPORTS);
  const figures = readNumberLine(edition.numbersLine);
  return {
    lead: edition.lead,
    numbers: figures ? { ...figures, line: edition.numbersLine } : null,
    html: edition.html,
    groups: meeting.groups.flatMap(({ no, theme }) => {
      const text = summaries.get(no) ?? '';
      const participants = people.get(no);
      return text === '' && participants === undefined
        ? []
        : [{ no, theme, text: text || undefined, participants, facilitator: null }];
    }),
    // As others of the reader's standing see them, so that the desk sees the report that it publishes.
    surveys: await meetingResults(db, slug, reader, new Date()),
    films: {
      shown:
        edition.filmsAudience === 'everyone' || reader === 'members'
          ? edition.films.map(({ url, title, length }, index) => ({
              // Shown in a page of ours where we know how, so that nothing is fetched from elsewhere before.
              href: playerOf(url) ? `/meetings/${slug}/report/films/${index + 1}` : url,
              title,
              length: length || undefined,
            }))
          : [],
      forMembers: edition.films.length > 0 && edition.filmsAudience === 'members',
    },
    files: files.map(({ id, name, kind, bytes, lock }) => ({
      id,
      name,
      label: KINDS[kind].label,
      bytes,
      lock,
    })),
    notes: notes.map((note) => ({ slug: note.slug, title: note.title, note: noteAbout(note) })),
    others: others.filter((other) => other.slug !== slug).slice(0, REPORTS - 1),
  };
}

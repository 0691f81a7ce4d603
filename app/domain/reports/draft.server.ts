import type { Db } from '#db/schema.ts';
import { advanceQuestions } from '../meetings/advance-questions.server.ts';
import { attendanceFigures, attendees } from '../meetings/attendance.server.ts';
import type { Meeting } from '../meetings/meetings.server.ts';
import { draftBody } from './draft-body.ts';
import type { ReportTexts } from './report.ts';

/** A report as the meeting itself writes it; the desk goes on from there. Nothing of it is stored. */
export async function draftOf(db: Db, meeting: Meeting): Promise<ReportTexts> {
  const { slug, themes, timetable, lead } = meeting;
  const texts = await db
    .selectFrom('meeting_group')
    .select(['no', 'text'])
    .where('meeting_slug', '=', slug)
    .orderBy('no')
    .execute();
  const questions = (await advanceQuestions(db, slug)).map(({ body }) => body);
  return {
    lead,
    numbersLine: await countedLine(db, meeting),
    body: draftBody({ themes, timetable, questions }),
    summaries: texts.map(({ no, text }) => ({ no, summary: text.trim() })),
    films: [],
    filmsAudience: 'members',
  };
}

/**
 * Who came, as the network prints it: by the entrance, or by the sign-ups where nobody was checked in. A line that the
 * meeting has already, from a file, stands where there are no sign-ups. Empty where nothing is known.
 */
export async function countedLine(
  db: Db,
  { slug, numbersLine }: Pick<Meeting, 'slug' | 'numbersLine'>,
): Promise<string> {
  const { attending, line, came, cameLine } = attendanceFigures(await attendees(db, slug));
  if (came > 0) return cameLine;
  return attending > 0 ? line : (numbersLine ?? '');
}

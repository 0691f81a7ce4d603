import { comingMeetings } from '../meetings/meetings.server.ts';
import { newestMembers } from '../members/newest.server.ts';
import { newestNotes } from '../notes/notes.server.ts';
import { newestReports } from '../reports/read-report.server.ts';
import { UntilWritten } from '../until-written.server.ts';

/** What stands on the first page of every member, by the day it is (YYYY-MM-DD in Asia/Tokyo). */
export const onEveryHome = new UntilWritten(async (db, today) => {
  const coming = await comingMeetings(db, 'members', today, 5);
  const [report] = await newestReports(db, 'members', 1);
  return {
    next: coming.find(({ status }) => status === 'announced') ?? null,
    report: report ?? null,
    notes: await newestNotes(db, 3),
    newcomers: await newestMembers(db, 3),
  };
});

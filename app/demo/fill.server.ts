import { addFirstProgrammes } from '#app/domain/network/programmes.server.ts';
import { organizationLabel } from '#app/domain/organizations/label.ts';
import { enqueue } from '#app/domain/outbox/outbox.server.ts';
import { searchJobs } from '#app/domain/search/indexing.server.ts';
import meetingWorkFile from '#db/demo/meeting-work.json' with { type: 'json' };
import meetingsFile from '#db/demo/meetings.json' with { type: 'json' };
import membersFile from '#db/demo/members.json' with { type: 'json' };
import notesFile from '#db/demo/notes.json' with { type: 'json' };
import organizationsFile from '#db/demo/organizations.json' with { type: 'json' };
import reportsFile from '#db/demo/reports.json' with { type: 'json' };
import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';
import { addAttendance } from './attendance.server.ts';
import { addMeetingWork } from './meeting-work.server.ts';
import { addMeetings } from './meetings.server.ts';
import { addMembers } from './members.server.ts';
import { addNotes } from './notes.server.ts';
import { organizationId } from './organization-id.ts';
import { addReports } from './reports.server.ts';
import { addSurveys } from './surveys.server.ts';
import { addThreads } from './threads.server.ts';

export const DEMO_PASSWORD = 'tsunagari-demo';
export const DEMO_ACCOUNTS = [
  { email: 'soudanin@demo.example', label: '相談員 counselor' },
  { email: 'facilitator@demo.example', label: 'ファシリテーター facilitator' },
  { email: 'jimukyoku@demo.example', label: '事務局 secretariat' },
];

/**
 * Fills an empty database with the demo network. Everything that people write goes the way of the site itself,
 * anonymization check included; times are counted back from `now`.
 *
 * @throws when a text of the demo network does not pass the check, naming which
 */
export async function fillDemo(db: Db, search: SearchIndex, now: Date): Promise<void> {
  await db.transaction().execute((tx) => addFirstProgrammes(tx));
  const { organizations } = organizationsFile;
  await db
    .insertInto('organization')
    .values(
      organizations.map(({ no, name, office, kind, area, programmes }) => ({
        id: organizationId(no),
        name,
        office,
        label: organizationLabel(name, office),
        kind,
        area: area ?? '全道',
        programmes: JSON.stringify(programmes),
      })),
    )
    .execute();
  await db.transaction().execute(async (tx) => {
    for (const { no } of organizations) await enqueue(tx, 'index', `organization:${organizationId(no)}`, now);
  });
  const members = await addMembers(db, membersFile.members, DEMO_PASSWORD, now);
  const threads = await addThreads(db, members, now);
  await addNotes(db, notesFile.notes, members, threads, now);
  await addMeetings(db, meetingsFile.meetings, now);
  await addAttendance(db);
  await addMeetingWork(db, meetingWorkFile, members, now);
  await addReports(db, reportsFile.reports, members);
  await addSurveys(db, members, now);
  while ((await searchJobs(db, search, now)) > 0);
}

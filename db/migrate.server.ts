import { type Kysely, type Migration, Migrator } from 'kysely';
import * as network from './migrations/0001_network.ts';
import * as questions from './migrations/0002_questions.ts';
import * as archive from './migrations/0003_archive.ts';
import * as work from './migrations/0004_work.ts';
import * as desk from './migrations/0005_desk.ts';
import * as anonymization from './migrations/0006_anonymization.ts';
import * as reports from './migrations/0007_reports.ts';
import * as ruleDecisions from './migrations/0008_rule_decisions.ts';
import * as organizationWishes from './migrations/0009_organization_wishes.ts';
import * as peers from './migrations/0010_peers.ts';
import * as searchNames from './migrations/0011_search_names.ts';
import * as notes from './migrations/0030_notes.ts';
import * as files from './migrations/0040_files.ts';
import * as mail from './migrations/0050_mail.ts';
import * as feeds from './migrations/0051_feeds.ts';
import * as heldNotes from './migrations/0052_held_notes.ts';
import * as lineImport from './migrations/0055_line_import.ts';
import * as meetings from './migrations/0060_meetings.ts';
import * as meetingSignups from './migrations/0061_meeting_signups.ts';
import * as meetingGroups from './migrations/0070_meeting_groups.ts';
import * as meetingDates from './migrations/0071_meeting_dates.ts';
import * as meetingNotices from './migrations/0072_meeting_notices.ts';
import * as meetingReports from './migrations/0080_meeting_reports.ts';
import * as attachmentLocks from './migrations/0081_attachment_locks.ts';
import * as surveys from './migrations/0085_surveys.ts';
import * as searchPostings from './migrations/0086_search_postings.ts';
import type { Db } from './schema.ts';

const MIGRATIONS: Record<string, Migration> = {
  '0001_network': network,
  '0002_questions': questions,
  '0003_archive': archive,
  '0004_work': work,
  '0005_desk': desk,
  '0006_anonymization': anonymization,
  '0007_reports': reports,
  '0008_rule_decisions': ruleDecisions,
  '0009_organization_wishes': organizationWishes,
  '0010_peers': peers,
  '0011_search_names': searchNames,
  '0030_notes': notes,
  '0040_files': files,
  '0050_mail': mail,
  '0051_feeds': feeds,
  '0052_held_notes': heldNotes,
  '0055_line_import': lineImport,
  '0060_meetings': meetings,
  '0061_meeting_signups': meetingSignups,
  '0070_meeting_groups': meetingGroups,
  '0071_meeting_dates': meetingDates,
  '0072_meeting_notices': meetingNotices,
  '0080_meeting_reports': meetingReports,
  '0081_attachment_locks': attachmentLocks,
  '0085_surveys': surveys,
  '0086_search_postings': searchPostings,
};

/**
 * Brings the database to the newest schema.
 *
 * @returns the names of the migrations that were carried out now; empty when there was nothing to do
 * @throws when a migration fails; what it had begun is rolled back
 */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({
    db: db as Kysely<unknown>,
    provider: { getMigrations: async () => MIGRATIONS },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw new Error('Migration failed', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

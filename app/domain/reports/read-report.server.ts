import type { Audience, Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import type { Film } from './films.ts';
import type { ReportTexts, Summary } from './report.ts';

/** One version of a report. */
export interface Edition extends ReportTexts {
  reportId: string;
  version: number;
  html: string;
  writtenAt: string;
  author: { organization: string; familyName: string };
}

/** What the desk is working on, and what of it readers see. */
export interface ReportState {
  id: string;
  version: number;
  publishedVersion: number | null;
  audience: Audience;
  publishedAt: string | null;
  correctedAt: string | null;
  /** Taken out of sight because of what it says. */
  hidden: boolean;
}

/** The version that readers see. */
export type PublishedReport = Edition & Pick<ReportState, 'audience' | 'publishedAt' | 'correctedAt'>;

export async function reportState(db: Db, slug: string): Promise<ReportState | undefined> {
  const row = await db
    .selectFrom('meeting_report')
    .leftJoin('hidden_text', (join) =>
      join
        .onRef('hidden_text.text_id', '=', 'meeting_report.id')
        .on('hidden_text.kind', '=', 'meeting-report'),
    )
    .selectAll('meeting_report')
    .select('hidden_text.hidden_at')
    .where('meeting_slug', '=', slug)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      version: row.version,
      publishedVersion: row.published_version,
      audience: row.audience,
      publishedAt: row.published_at,
      correctedAt: row.corrected_at,
      hidden: row.hidden_at !== null,
    }
  );
}

/** Reports that a reader may see: `everyone` for visitors, `members` for whoever is logged in. */
export const publishedReports = (db: Db, reader: Audience) =>
  db
    .selectFrom('meeting_report')
    .innerJoin('meeting', 'meeting.slug', 'meeting_report.meeting_slug')
    .where('meeting_report.published_version', 'is not', null)
    .where('meeting_report.id', 'not in', hiddenOf(db, 'meeting-report'))
    .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'))
    .$if(reader === 'everyone', (all) => all.where('meeting_report.audience', '=', 'everyone'));

/** The report of a meeting as this reader sees it; undefined where there is none for them. */
export async function findReport(
  db: Db,
  reader: Audience,
  slug: string,
): Promise<PublishedReport | undefined> {
  const row = await publishedReports(db, reader)
    .select([
      'meeting_report.id',
      'meeting_report.published_version as version',
      'meeting_report.audience',
      'meeting_report.published_at as publishedAt',
      'meeting_report.corrected_at as correctedAt',
    ])
    .where('meeting_report.meeting_slug', '=', slug)
    .executeTakeFirst();
  if (!row || row.version === null) return undefined;
  const { id, version, ...state } = row;
  const edition = await readEdition(db, id, version);
  return edition && { ...edition, ...state };
}

export async function readEdition(db: Db, reportId: string, version: number): Promise<Edition | undefined> {
  const row = await db
    .selectFrom('meeting_report_edition as edition')
    .innerJoin('member', 'member.id', 'edition.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .selectAll('edition')
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
  return (
    row && {
      reportId,
      version,
      lead: row.lead,
      numbersLine: row.numbers_line,
      body: row.body,
      html: row.body_html,
      summaries: JSON.parse(row.summaries) as Summary[],
      films: JSON.parse(row.films) as Film[],
      filmsAudience: row.films_audience,
      writtenAt: row.written_at,
      author: { organization: row.organization, familyName: row.familyName },
    }
  );
}

/** A report as lists show it. */
export interface ListedReport {
  slug: string;
  series: string;
  number: number | null;
  title: string;
  /** YYYY-MM-DD of the meeting. */
  day: string;
  participants: number | null;
  organizations: number | null;
  lead: string;
}

/** Reports of the newest meetings first. */
export async function newestReports(db: Db, reader: Audience, limit: number): Promise<ListedReport[]> {
  const rows = await publishedReports(db, reader)
    .innerJoin('meeting_report_edition as edition', (join) =>
      join
        .onRef('edition.report_id', '=', 'meeting_report.id')
        .onRef('edition.version', '=', 'meeting_report.published_version'),
    )
    .select(['meeting.slug', 'meeting.series', 'meeting.number', 'meeting.title', 'meeting.day'])
    .select(['meeting.participants', 'meeting.organizations', 'edition.lead'])
    .where('meeting.day', 'is not', null)
    .orderBy('meeting.day', 'desc')
    .orderBy('meeting.slug')
    .limit(limit)
    .execute();
  return rows.map(({ day, ...row }) => ({ ...row, day: day ?? '' }));
}

/** How many people were in each group. */
export async function peopleByGroup(db: Db, slug: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('meeting_signup')
    .select(['group_no as no', 'attended_at as attendedAt'])
    .where('meeting_slug', '=', slug)
    .where('status', '=', 'attending')
    .where('group_no', 'is not', null)
    .execute();
  // Where nobody was checked in at the entrance, those who were placed count.
  const came = rows.some(({ attendedAt }) => attendedAt !== null);
  const counted = came ? rows.filter(({ attendedAt }) => attendedAt !== null) : rows;
  return new Map([...Map.groupBy(counted, ({ no }) => no ?? 0)].map(([no, of]) => [no, of.length]));
}

import type { Audience, Db } from '#db/schema.ts';
import type { Film } from './films.ts';
import { publishedReports } from './read-report.server.ts';
import type { Summary } from './report.ts';

/** What a published report says, as search reads it. */
export interface Said {
  id: string;
  slug: string;
  title: string;
  text: string;
  /** YYYY-MM-DD of the meeting. */
  day: string | null;
  audience: Audience;
}

export async function readSaid(db: Db, reader: Audience, ids: readonly string[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const rows = await publishedReports(db, reader)
    .innerJoin('meeting_report_edition as edition', (join) =>
      join
        .onRef('edition.report_id', '=', 'meeting_report.id')
        .onRef('edition.version', '=', 'meeting_report.published_version'),
    )
    .select(['meeting_report.id', 'meeting.slug', 'meeting.title', 'meeting.day', 'meeting_report.audience'])
    .select(['edition.lead', 'edition.body', 'edition.summaries', 'edition.films', 'edition.films_audience'])
    .where('meeting_report.id', 'in', ids)
    .execute();
  return rows.map(({ lead, body, summaries, films, films_audience, ...row }) => {
    // One text for all readers: what only some may see is not in it.
    const showsFilms = films_audience === 'everyone' || row.audience === 'members';
    const text = [
      lead,
      body,
      ...(JSON.parse(summaries) as Summary[]).map(({ summary }) => summary),
      ...(showsFilms ? (JSON.parse(films) as Film[]).map(({ title }) => title) : []),
    ];
    return { ...row, text: text.filter((part) => part !== '').join('\n\n') };
  });
}

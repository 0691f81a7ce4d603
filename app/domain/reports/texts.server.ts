import type { Db } from '#db/schema.ts';
import type { Film } from './films.ts';
import type { Summary } from './report.ts';

/** What else can be read in each report: its films and numbers, and the versions that its history shows. */
export async function textsOfReports(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const editions = await db
    .selectFrom('meeting_report_edition')
    .select(['report_id as id', 'lead', 'numbers_line as numbersLine', 'body', 'summaries', 'films'])
    .select('correction')
    .where('report_id', 'in', ids)
    .where('published_at', 'is not', null)
    .orderBy('version')
    .execute();
  const texts = new Map<string, string>();
  for (const { id, lead, numbersLine, body, summaries, films, correction } of editions) {
    const said = [
      lead,
      numbersLine,
      body,
      ...(JSON.parse(summaries) as Summary[]).map(({ summary }) => summary),
      ...(JSON.parse(films) as Film[]).map(({ title }) => title),
      correction,
    ];
    texts.set(id, `${texts.get(id) ?? ''}${said.map((text) => `${text}\n\n`).join('')}`);
  }
  return texts;
}

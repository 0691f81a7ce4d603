import type { Db } from '#db/schema.ts';
import { type Change, changesBetween } from '../../text/changes.ts';

export interface TextStep {
  /** The last version of the step. */
  version: number;
  at: string;
  author: { organization: string; familyName: string };
  changes: Change[];
}

/** Steps of one page. */
const MOST = 20;
/** Versions that these are made of at most. */
const MOST_VERSIONS = 400;
/** What one writes in a stretch is one step: the box saves itself every few seconds. */
const STRETCH = 5 * 60 * 1000;
/** What the comparisons of the page may cost together: some 10 ms. */
const CELLS = 1_000_000;

/** How a group's text came about, newest first: what each wrote in one go, and what it changed. */
export async function readGroupHistory(db: Db, slug: string, no: number): Promise<TextStep[]> {
  const rows = await db
    .selectFrom('meeting_group_edition')
    .innerJoin('member', 'member.id', 'meeting_group_edition.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'meeting_group_edition.version',
      'meeting_group_edition.text',
      'meeting_group_edition.author_id as authorId',
      'meeting_group_edition.written_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('meeting_group_edition.meeting_slug', '=', slug)
    .where('meeting_group_edition.no', '=', no)
    .orderBy('meeting_group_edition.version', 'desc')
    .limit(MOST_VERSIONS)
    .execute();
  const ends = rows.filter((row, index) => {
    const next = rows[index - 1];
    return (
      next === undefined ||
      next.authorId !== row.authorId ||
      Date.parse(next.at) - Date.parse(row.at) > STRETCH
    );
  });
  const budget = { cells: CELLS };
  return ends.slice(0, MOST).map(({ version, text, at, organization, familyName }, index) => ({
    version,
    at,
    author: { organization, familyName },
    changes: changesBetween(ends[index + 1]?.text ?? '', text, budget),
  }));
}

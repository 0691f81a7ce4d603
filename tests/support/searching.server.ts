import type { Standing } from '#app/domain/permissions.ts';
import type { ArchiveQuery } from '#app/domain/search/query.ts';
import { type SearchPage, type SearchResult, searchArchive } from '#app/domain/search/search.server.ts';
import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';
import { NOW } from './builders.server.ts';

const EVERYTHING: Omit<ArchiveQuery, 'words'> = {
  kind: null,
  programmes: [],
  area: null,
  period: null,
  solved: false,
  order: 'relevance',
  page: 1,
};

/** The first page of what a counselor finds, unless told otherwise. */
export function searchFor(
  db: Db,
  index: SearchIndex,
  words: string,
  { reader = 'counselor', ...narrowed }: Partial<ArchiveQuery> & { reader?: Standing } = {},
): Promise<SearchPage> {
  return searchArchive(db, index, reader, { ...EVERYTHING, words, ...narrowed }, NOW);
}

/** What a result is known by: the id of its question or organization, the slug of its note or report. */
export function nameOf(result: SearchResult): string {
  switch (result.kind) {
    case 'question':
      return result.question.id;
    case 'organization':
      return result.id;
    default:
      return result.slug;
  }
}
